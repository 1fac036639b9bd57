package navigator.ops.aws;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What failures of AWS calls tell a person. */
public final class AwsFailure {

  private AwsFailure() {}

  /** One sentence, if that is what failed. */
  public static Optional<String> told(Throwable failure) {
    return switch (failure) {
      case AwsServiceException e -> Optional.of(service(e));
      case SdkClientException e -> Optional.of("AWS cannot be reached: " + e.getMessage());
      default -> Optional.empty();
    };
  }

  private static String service(AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    return details == null || details.errorCode() == null
        ? "AWS answered with status " + e.statusCode()
        : "%s answered %s: %s"
            .formatted(details.serviceName(), details.errorCode(), details.errorMessage());
  }
}
