package navigator.local.chaos;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.local.chaos.check.History.Outcome;
import navigator.local.chaos.check.History.Reply;
import navigator.local.chaos.check.History.Stored;
import navigator.local.chaos.check.Operations.Audit;
import navigator.local.chaos.check.Operations.Entry;
import navigator.local.chaos.check.Operations.Failure;
import navigator.local.chaos.check.Operations.Letter;
import navigator.local.chaos.check.Operations.Replay;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the table. Names stand here as the design has them, not as code does. */
record TableRow(Map<String, AttributeValue> item) {

  private static final List<String> TERMS = List.of("rate", "maximum", "canary");
  private static final List<String> COUNTS =
      List.of("matched", "sent", "outstanding", "answered", "failed", "skipped");

  /** What it is: the first word of its sort key, or the last of a message's. */
  String kind() {
    var sort = text("SK");
    if (text("PK").startsWith("AUDIT#")) {
      return "AUDIT";
    }
    return sort.startsWith("MSG#")
        ? sort.substring(sort.lastIndexOf('#') + 1)
        : sort.replaceFirst("#.*", "");
  }

  String text(String name) {
    return text(item, name);
  }

  Optional<String> question() {
    return Optional.of(text("message")).filter(text -> !text.isEmpty());
  }

  Stored request(String questionHash) {
    return new Stored(
        text("request_id"),
        text("conversation_id"),
        text("status"),
        questionHash,
        Instant.parse(text("created_at")),
        Instant.parse(text("deadline_at")),
        Optional.of(text("completed_at")).filter(at -> !at.isEmpty()).map(Instant::parse),
        text("error_code"),
        text("error_detail"),
        !text("erased_at").isEmpty(),
        number(item, "generation"));
  }

  Outcome outcome() {
    return new Outcome(
        text("PK").substring("REQUEST#".length()),
        Integer.parseInt(text("SK").substring("OUTCOME#".length())),
        text("kind").equals("answered"),
        text("reply"),
        Instant.parse(text("stored_at")));
  }

  Reply reply() {
    return new Reply(text("requestId"), text("message"), !text("fallbackReason").isEmpty());
  }

  Letter letter() {
    var generations = item.get("generations");
    var failures = generations == null ? List.<AttributeValue>of() : generations.l();
    return new Letter(
        text("request_id"),
        text("state"),
        number(item, "generation"),
        failures.stream().map(value -> failure(value.m())).toList());
  }

  Replay replay() {
    return new Replay(
        text("name"),
        text("state"),
        text("stop"),
        text("actor"),
        text("reason"),
        !text("cancelled_at").isEmpty(),
        numbers(item, TERMS),
        numbers(item, COUNTS));
  }

  Entry entry() {
    return new Entry(
        text("PK").substring("REPLAY#".length()),
        text("request_id"),
        number(item, "generation"),
        text("state"),
        text("skip"));
  }

  Audit audit() {
    return new Audit(
        text("action"),
        text("phase"),
        text("operation"),
        text("actor"),
        text("reason"),
        Stream.of(text(map("selection"), "ids").split(" "))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toUnmodifiableSet()),
        numbers(map("counts"), map("counts").keySet()));
  }

  private Map<String, AttributeValue> map(String name) {
    var value = item.get(name);
    return value == null ? Map.of() : value.m();
  }

  private static Failure failure(Map<String, AttributeValue> of) {
    return new Failure(
        number(of, "generation"), text(of, "error_code"), Instant.parse(text(of, "failed_at")));
  }

  private static Map<String, Integer> numbers(
      Map<String, AttributeValue> of, Collection<String> names) {
    return names.stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, name -> number(of, name)));
  }

  private static int number(Map<String, AttributeValue> of, String name) {
    var value = of.get(name);
    return value == null || value.n() == null ? 0 : Integer.parseInt(value.n());
  }

  private static String text(Map<String, AttributeValue> of, String name) {
    var value = of.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }
}
