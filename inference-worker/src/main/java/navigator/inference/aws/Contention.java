package navigator.inference.aws;

import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Whether a write failed only because another was in its way, which the SDK does not retry.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling">Transaction
 *     conflict handling</a>
 */
final class Contention {

  private static final Set<String> TRANSIENT =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private static final Set<String> HARMLESS = Set.of("None");

  private Contention() {}

  static boolean isTransient(Throwable fault) {
    return switch (fault) {
      case TransactionConflictException _ -> true;
      case TransactionCanceledException cancelled ->
          cancelled.hasCancellationReasons()
              && cancelled.cancellationReasons().stream()
                  .map(CancellationReason::code)
                  .allMatch(code -> TRANSIENT.contains(code) || HARMLESS.contains(code));
      default -> false;
    };
  }
}
