package navigator.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import navigator.local.iam.Permission;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/** EventBridge's requests: {@code PutEvents} alone. */
final class EventsApi implements ServiceApi {

  private static final AwsJson JSON = new AwsJson("1.1", "AWSEvents");

  private final ResourceNames names;

  EventsApi(ResourceNames names) {
    this.names = names;
  }

  @Override
  public Reading read(Call call) {
    var operation = JSON.operation(call).orElse("");
    return switch (operation) {
      case "PutEvents" -> putEvents(AwsJson.input(call.body()));
      default -> new Reading.Unsupported(operation);
    };
  }

  private Reading putEvents(JsonNode input) {
    var needed =
        input
            .path("Entries")
            .valueStream()
            .map(entry -> names.bus(entry.path("EventBusName").asText("default")))
            .distinct()
            .map(bus -> new Permission("events:PutEvents", bus))
            .toList();
    return new Reading.Understood("PutEvents", needed);
  }

  @Override
  public Reply error(int status, String code, String message) {
    return JSON.error(status, code, message);
  }

  @Override
  public Reply unknownKey() {
    return error(
        400,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  @Override
  public Reply denied(String message) {
    return error(400, "AccessDeniedException", message);
  }
}
