package navigator.inference.aws;

import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

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

  /** Whether it failed for others' sake alone: the SDK itself does not try that again. */
  static boolean isContended(Throwable failure) {
    return switch (failure) {
      case TransactionConflictException _ -> true;
      case TransactionCanceledException e ->
          e.hasCancellationReasons()
              && e.cancellationReasons().stream().allMatch(r -> PASSING.contains(r.code()));
      default -> false;
    };
  }
}
