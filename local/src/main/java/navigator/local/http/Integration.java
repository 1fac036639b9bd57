package navigator.local.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;
import navigator.local.loopback.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lambda proxy integration: hands an event to a function and makes an answer of what comes of
 * it. A function that takes too long runs on, but nobody waits for it.
 */
final class Integration implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Integration.class);

  /** The most that Lambda takes in a synchronous invoke, bytes. */
  private static final int LARGEST_EVENT = 6 * 1024 * 1024 + 100;

  private final FunctionInvoker functions;
  private final Duration timeout;
  private final ExecutorService invocations =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("integration-", 0).factory());

  Integration(FunctionInvoker functions, Duration timeout) {
    this.functions = functions;
    this.timeout = timeout;
  }

  Reply answer(String functionArn, String event) throws InterruptedException {
    if (event.getBytes(StandardCharsets.UTF_8).length > LARGEST_EVENT) {
      return GatewayError.TOO_LARGE.reply();
    }
    var invocation = invocations.submit(() -> functions.invoke(functionArn, event));
    try {
      return reply(functionArn, invocation.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return GatewayError.TIMED_OUT.reply();
    } catch (ExecutionException e) {
      LOG.error("Function {} could not be invoked", functionArn, e.getCause());
      return GatewayError.FUNCTION_FAILED.reply();
    }
  }

  private static Reply reply(String functionArn, InvokeResult result) {
    return switch (result) {
      case InvokeResult.Returned(var payload) ->
          ProxyResponse.read(payload)
              .orElseGet(
                  () -> {
                    LOG.warn("Function {} returned a malformed proxy response", functionArn);
                    return GatewayError.FUNCTION_FAILED.reply();
                  });
      case InvokeResult.Failed failed -> {
        LOG.warn("Function {} failed: {}", functionArn, failed.errorType());
        yield GatewayError.FUNCTION_FAILED.reply();
      }
      case InvokeResult.Throttled() -> GatewayError.THROTTLED.reply();
    };
  }

  @Override
  public void close() {
    invocations.shutdownNow();
  }
}
