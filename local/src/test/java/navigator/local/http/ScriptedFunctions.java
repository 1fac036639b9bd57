package navigator.local.http;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;

/** Functions that return what a test told them to, and keep what they were called with. */
final class ScriptedFunctions implements FunctionInvoker {
  private final Queue<InvokeResult> results = new ArrayDeque<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean hanging;
  final List<String> arns = new CopyOnWriteArrayList<>();
  final List<String> events = new CopyOnWriteArrayList<>();

  void next(InvokeResult result) {
    results.add(result);
  }

  void returns(String payload) {
    next(new InvokeResult.Returned(payload));
  }

  void hang() {
    hanging = true;
  }

  void release() {
    released.countDown();
  }

  String lastEvent() {
    return events.getLast();
  }

  @Override
  public synchronized InvokeResult invoke(String functionArn, String payload)
      throws InterruptedException {
    arns.add(functionArn);
    events.add(payload);
    if (hanging) {
      released.await();
    }
    var result = results.poll();
    return result == null ? new InvokeResult.Returned("{\"statusCode\":200}") : result;
  }

  @Override
  public void invokeAsync(String functionArn, String payload) {
    throw new UnsupportedOperationException("An HTTP API never invokes asynchronously");
  }
}
