package navigator.ingest.aws;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Which failed transactions are worth another try.
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

  static boolean conditionFailed(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  /** Whether it was cancelled for others' sake alone: the SDK itself does not try that again. */
  static boolean isContended(Throwable failure) {
    return failure instanceof TransactionCanceledException e && passing(e.cancellationReasons());
  }

  /** Whether the same call may succeed later. */
  static boolean isTransient(SdkException failure) {
    return switch (failure) {
      case TransactionCanceledException e -> passing(e.cancellationReasons());
      case SdkClientException _ -> true;
      case AwsServiceException e -> e.statusCode() >= 500 || e.isThrottlingException();
      default -> false;
    };
  }

  private static boolean passing(List<CancellationReason> reasons) {
    return !reasons.isEmpty() && reasons.stream().allMatch(r -> PASSING.contains(r.code()));
  }
}
