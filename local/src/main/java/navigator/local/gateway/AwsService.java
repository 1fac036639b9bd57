package navigator.local.gateway;

import java.util.Optional;

/** The services that the gateway leads to; everything else is refused. */
public enum AwsService {
  DYNAMODB("dynamodb"),
  SQS("sqs"),
  EVENTS("events"),
  BEDROCK("bedrock"),
  CLOUDFORMATION("cloudformation"),
  STS("sts");

  private final String signingName;

  AwsService(String signingName) {
    this.signingName = signingName;
  }

  /** The name in a signature's credential scope, and the prefix of the service's IAM actions. */
  public String signingName() {
    return signingName;
  }

  static Optional<AwsService> named(String signingName) {
    for (var service : values()) {
      if (service.signingName.equals(signingName)) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }
}
