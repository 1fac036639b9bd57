package navigator.local.bedrock;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which requests meet a fault on purpose; called by many threads. */
@FunctionalInterface
public interface FaultScript {

  /**
   * The fault of one call, if it has one.
   *
   * @param lastUserMessage the text of the newest message
   */
  Optional<Fault> faultOf(String lastUserMessage);

  /** No request meets a fault on purpose. */
  static FaultScript none() {
    return message -> Optional.empty();
  }

  /** Every call whose newest message is such meets the fault. */
  static FaultScript always(Predicate<String> lastUserMessage, Fault fault) {
    return message -> lastUserMessage.test(message) ? Optional.of(fault) : Optional.empty();
  }

  /** The first calls whose newest message is such meet the fault, later ones do not. */
  static FaultScript first(int calls, Predicate<String> lastUserMessage, Fault fault) {
    var left = new AtomicInteger(calls);
    return message ->
        lastUserMessage.test(message) && left.getAndDecrement() > 0
            ? Optional.of(fault)
            : Optional.empty();
  }

  /** This script, and where it has no fault, another. */
  default FaultScript or(FaultScript other) {
    return message -> faultOf(message).or(() -> other.faultOf(message));
  }
}
