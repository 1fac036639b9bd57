package navigator.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;
import org.junit.jupiter.api.Test;

class GateTest {

  private final Gate gate = new Gate();
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final FunctionInvoker way =
      gate.to(
          new FunctionInvoker() {
            @Override
            public InvokeResult invoke(String functionArn, String payload) {
              arrived.add(payload);
              return new InvokeResult.Returned("");
            }

            @Override
            public void invokeAsync(String functionArn, String payload) {
              arrived.add(payload);
            }
          });

  @Test
  void aBatchBeforeAShutGateWaitsUntilItIsOpened() throws InterruptedException {
    CountDownLatch delivered = new CountDownLatch(1);
    gate.shut();
    Thread poller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    way.invoke("worker", "batch");
                    delivered.countDown();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });

    assertThat(arrived).isEmpty();
    gate.openForOne();
    delivered.await();
    poller.join();
    assertThat(arrived).containsExactly("batch");
  }

  @Test
  void eventsAreKeptAndHandedOutOnce() {
    way.invokeAsync("writer", "first");
    gate.keepEvents();
    way.invokeAsync("writer", "second");

    assertThat(arrived).containsExactly("first");
    assertThat(gate.releaseEvents()).containsExactly(new Gate.Event("writer", "second"));
    assertThat(gate.keptEvents()).isZero();
    way.invokeAsync("writer", "third");
    assertThat(arrived).containsExactly("first", "third");
  }
}
