package navigator.local.lambda.runtime;

import static navigator.local.lambda.runtime.PayloadLimit.SYNCHRONOUS_BYTES;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import navigator.local.InvokeResult;
import navigator.local.loopback.Call;
import navigator.local.loopback.Exchange;
import navigator.local.loopback.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The runtime API as one process talks to it, one invocation at a time. The process asks for the
 * next invocation when it has started and whenever it has finished one.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda runtime
 *     API</a>
 */
final class RuntimeSession implements Exchange {
  private static final String ROOT = "/2018-06-01/runtime/";

  private final Duration timeout;
  private final InstantSource clock;
  private final CompletableFuture<Optional<InvokeResult.Failed>> startup =
      new CompletableFuture<>();
  // An empty hand-over tells a waiting call that the session has ended.
  private final BlockingQueue<Optional<Turn>> handOver = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable Turn> current = new AtomicReference<>();

  RuntimeSession(Duration timeout, InstantSource clock) {
    this.timeout = timeout;
    this.clock = clock;
  }

  /**
   * An invocation at work.
   *
   * @param result what the function said
   * @param finished when the process is ready for another one, or gone
   */
  record Turn(
      Invocation invocation,
      CompletableFuture<InvokeResult> result,
      CompletableFuture<Void> finished) {

    void fail(InvokeResult.Failed failure) {
      result.complete(failure);
      finished.complete(null);
    }
  }

  /** Completes when the process is ready, with what went wrong if it will never be. */
  CompletableFuture<Optional<InvokeResult.Failed>> startup() {
    return startup;
  }

  /** Gives the process its next invocation; only after the turn before is finished. */
  Turn begin(Invocation invocation) {
    var turn = new Turn(invocation, new CompletableFuture<>(), new CompletableFuture<>());
    current.set(turn);
    handOver.add(Optional.of(turn));
    return turn;
  }

  /** Ends everything that waits for the process, which is gone. */
  void end(String reason) {
    startup.complete(Optional.of(Failures.exit("INIT", reason)));
    var turn = current.get();
    if (turn != null) {
      turn.fail(Failures.exit(turn.invocation().requestId(), reason));
    }
    handOver.add(Optional.empty());
  }

  @Override
  public Reply answer(Call call) throws InterruptedException {
    var path = call.rawPath().startsWith(ROOT) ? call.rawPath().substring(ROOT.length()) : "";
    return switch (call.method() + " " + path) {
      case "GET invocation/next" -> next();
      case "GET restore/next" -> RuntimeReplies.restore();
      case "POST init/error", "POST restore/error" -> failStartup(call);
      default -> finish(call, path);
    };
  }

  private Reply next() throws InterruptedException {
    // Cleared first: what is completed below lets another thread begin the next turn.
    var before = current.getAndSet(null);
    startup.complete(Optional.empty());
    if (before != null) {
      before.fail(Failures.noResponse(before.invocation().requestId()));
    }
    return handOver
        .take()
        .map(turn -> RuntimeReplies.invocation(turn.invocation(), clock.instant(), timeout))
        .orElseGet(RuntimeReplies::gone);
  }

  private Reply failStartup(Call call) {
    startup.complete(Optional.of(Failures.parse(call.body().text())));
    return RuntimeReplies.accepted();
  }

  private Reply finish(Call call, String path) {
    var turn = current.get();
    if (turn == null || !call.method().equals("POST")) {
      return RuntimeReplies.unknownRequest();
    }
    var id = turn.invocation().requestId();
    if (path.equals("invocation/" + id + "/response")) {
      turn.result().complete(returned(call));
    } else if (path.equals("invocation/" + id + "/error")) {
      turn.result().complete(Failures.parse(call.body().text()));
    } else {
      return RuntimeReplies.unknownRequest();
    }
    return RuntimeReplies.accepted();
  }

  private static InvokeResult returned(Call call) {
    return call.body().size() > SYNCHRONOUS_BYTES
        ? Failures.responseTooLarge(call.body().size())
        : new InvokeResult.Returned(call.body().text());
  }
}
