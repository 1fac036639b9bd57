package navigator.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import navigator.contracts.ConversationId;
import navigator.contracts.http.Faults;
import navigator.contracts.http.JsonInteger;
import navigator.contracts.http.JsonObject;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The form that the body of {@code POST /chat} must have; it finds the faults of one body, and is
 * not used for a second. Characters are Unicode code points.
 */
final class SubmissionForm {

  /** Longer than a valid body that escapes its every character. */
  static final int MAX_BODY_CHARS = 524_288;

  private static final int MAX_MESSAGE = 32_000;
  private static final Set<String> FIELDS =
      Set.of("message", "conversation_id", "metadata", "deadline_seconds");

  private final JsonObject body;
  private final Faults faults = new Faults();

  private SubmissionForm(JsonObject body) {
    this.body = body;
  }

  static SubmissionReading read(String json) {
    if (json.length() > MAX_BODY_CHARS) {
      return new SubmissionReading.Malformed("the body is longer than any valid one");
    }
    return switch (Wire.read(json, JsonObject.class)) {
      case Read.Invalid<JsonObject>(String reason) -> new SubmissionReading.Malformed(reason);
      case Read.Valid<JsonObject>(JsonObject body) -> new SubmissionForm(body).read();
    };
  }

  private SubmissionReading read() {
    ChatSubmission submission =
        new ChatSubmission(message(), conversation(), metadata(), deadline());
    body.keySet().stream()
        .filter(name -> !FIELDS.contains(name))
        .forEach(name -> faults.add(Faults.pointer("", name), "is not a known field"));
    return faults.found().isEmpty()
        ? new SubmissionReading.Valid(submission)
        : new SubmissionReading.Faulty(faults.found());
  }

  private String message() {
    if (!body.containsKey("message")) {
      faults.add("/message", "is missing");
      return "";
    }
    Optional<String> message = faults.text("/message", body.get("message")).map(String::strip);
    message.ifPresent(
        text -> faults.requireLength("/message", text, 1, MAX_MESSAGE, "the trimmed message"));
    return message.orElse("");
  }

  private @Nullable ConversationId conversation() {
    if (!body.containsKey("conversation_id")) {
      return null;
    }
    Optional<String> text = faults.text("/conversation_id", body.get("conversation_id"));
    Optional<ConversationId> id = text.flatMap(ConversationId::parse);
    if (text.isPresent() && id.isEmpty()) {
      faults.add("/conversation_id", "must be a UUID in lower case");
    }
    return id.orElse(null);
  }

  private Map<String, String> metadata() {
    return body.containsKey("metadata")
        ? new MetadataForm(faults).read(body.get("metadata"))
        : Map.of();
  }

  private @Nullable Duration deadline() {
    if (!body.containsKey("deadline_seconds")) {
      return null;
    }
    long min = ChatSubmission.MIN_DEADLINE.toSeconds();
    long max = ChatSubmission.MAX_DEADLINE.toSeconds();
    OptionalLong seconds = JsonInteger.within(body.get("deadline_seconds"), min, max);
    if (seconds.isEmpty()) {
      faults.add("/deadline_seconds", "must be an integer from " + min + " to " + max);
      return null;
    }
    return Duration.ofSeconds(seconds.getAsLong());
  }
}
