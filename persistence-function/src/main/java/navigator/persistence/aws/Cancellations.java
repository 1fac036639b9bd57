package navigator.persistence.aws;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Why transactions are cancelled.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems,
 *     errors</a>
 */
final class Cancellations {

  private static final Set<String> PASSING =
      Set.of(
          "None",
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded",
          "RequestLimitExceeded");

  private Cancellations() {}

  /** Whether the write at {@code index} was refused by its own condition. */
  static boolean conditionFailed(List<CancellationReason> reasons, int index) {
    return index < reasons.size() && "ConditionalCheckFailed".equals(reasons.get(index).code());
  }

  /** Whether it was cancelled for others' sake alone: the SDK itself does not try that again. */
  static boolean isContended(Throwable failure) {
    return failure instanceof TransactionCanceledException e
        && e.hasCancellationReasons()
        && e.cancellationReasons().stream().allMatch(r -> PASSING.contains(r.code()));
  }
}
