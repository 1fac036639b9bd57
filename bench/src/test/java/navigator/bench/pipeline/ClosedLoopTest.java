package navigator.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

  @Test
  void everyNumberIsAskedOnceAndOneAtATime() throws InterruptedException {
    List<Integer> asked = new CopyOnWriteArrayList<>();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    double rate =
        new ClosedLoop()
            .run(
                50,
                i -> {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  asked.add(i);
                  inside.decrementAndGet();
                });

    assertThat(asked).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 50).boxed().toList());
    assertThat(most).hasValue(1);
    assertThat(rate).isPositive();
  }

  @Test
  void whatAClientFailsOnIsTold() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new ClosedLoop()
                    .run(
                        3,
                        i -> {
                          throw new IllegalArgumentException("number " + i);
                        }))
        .withMessageContaining("number");
  }
}
