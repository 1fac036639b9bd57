package navigator.local.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import navigator.local.Deliveries;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;

/**
 * Loses, repeats and holds back events and batches. What is lost is told as a failed delivery, so
 * that it is tried again: at least once stays at least once. Safe for use by many threads.
 */
final class DeliveryFaults implements Deliveries {

  private static final List<Kind> OF_EVENTS = ChaosPlan.kinds("EVENT_");
  private static final List<Kind> OF_BATCHES = ChaosPlan.kinds("BATCH_");
  private static final int LONGEST_HOLD_MILLIS = 2000;

  private final RandomGenerator random;
  private final Injected injected;

  DeliveryFaults(ChaosPlan plan, Injected injected) {
    this.random = plan.random("deliveries");
    this.injected = injected;
  }

  @Override
  public FunctionInvoker to(FunctionInvoker functions) {
    return new FunctionInvoker() {
      @Override
      public InvokeResult invoke(String arn, String payload) throws InterruptedException {
        return batch(functions, arn, payload);
      }

      @Override
      public void invokeAsync(String arn, String payload) {
        event(functions, arn, payload);
      }
    };
  }

  private InvokeResult batch(FunctionInvoker functions, String arn, String payload)
      throws InterruptedException {
    var kind = draw(OF_BATCHES);
    if (kind.equals(Optional.of(Kind.BATCH_DROPPED))) {
      return new InvokeResult.Failed("Chaos.Dropped", "The batch got lost");
    }
    if (kind.equals(Optional.of(Kind.BATCH_DUPLICATED))) {
      later(() -> functions.invoke(arn, payload));
    }
    if (kind.equals(Optional.of(Kind.BATCH_LATE))) {
      Thread.sleep(hold());
    }
    return functions.invoke(arn, payload);
  }

  private void event(FunctionInvoker functions, String arn, String payload) {
    var kind = draw(OF_EVENTS);
    if (kind.equals(Optional.of(Kind.EVENT_DROPPED))) {
      throw new IllegalStateException("The event got lost");
    }
    if (kind.equals(Optional.of(Kind.EVENT_DUPLICATED))) {
      later(() -> functions.invokeAsync(arn, payload));
    }
    if (kind.equals(Optional.of(Kind.EVENT_LATE))) {
      later(() -> functions.invokeAsync(arn, payload));
    } else {
      functions.invokeAsync(arn, payload);
    }
  }

  @FunctionalInterface
  private interface Delivery {
    void make() throws InterruptedException;
  }

  private void later(Delivery delivery) {
    var hold = hold();
    Thread.startVirtualThread(
        () -> {
          try {
            Thread.sleep(hold);
            delivery.make();
          } catch (InterruptedException | RuntimeException e) {
            // The stack is stopping.
          }
        });
  }

  private synchronized Duration hold() {
    return Duration.ofMillis(random.nextInt(LONGEST_HOLD_MILLIS));
  }

  private synchronized Optional<Kind> draw(List<Kind> kinds) {
    var kind = ChaosPlan.draw(kinds, random);
    kind.ifPresent(injected::count);
    return kind;
  }
}
