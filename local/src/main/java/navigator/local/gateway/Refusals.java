package navigator.local.gateway;

import navigator.local.loopback.Reply;

/** Answers to requests that no service of the gateway is meant by. */
final class Refusals {

  private static final AwsJson JSON = new AwsJson("1.0", "");

  private Refusals() {}

  static Reply unsigned() {
    return JSON.error(
        403, "MissingAuthenticationTokenException", "Request is missing Authentication Token");
  }

  static Reply unknownService(String signingName) {
    return JSON.error(
        501, "UnknownServiceException", "The service " + signingName + " is not emulated");
  }

  static Reply unsupported(ServiceApi api, AwsService service, String operation) {
    return api.error(
        400,
        "UnknownOperationException",
        "The operation '%s' of %s is not emulated".formatted(operation, service.signingName()));
  }

  static Reply starting() {
    return JSON.error(503, "ServiceUnavailable", "The stack is starting");
  }
}
