package navigator.bench.replay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import navigator.contracts.table.Attribute;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableCountTest {

  private static final Deliveries NONE = new Deliveries(Map.of(), Map.of(), 0, 0, 0);

  private final TableCount count = new TableCount();

  @Test
  void aRequestIsAnsweredIfAllThatKnowsItSaysSo() {
    request("a", "completed", 1);
    letter("a", "resolved");
    outcome("a", 1);
    entry("a", "2026-03-02T10:00:00.000000Z", "answered");

    Findings findings = count.findings("r", 1, NONE);

    assertThat(findings).isEqualTo(new Findings(1, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void aRequestIsLostIfOneDoesNot() {
    request("fallback", "fallback", 1);
    letter("fallback", "resolved");
    entry("fallback", "1", "answered");
    request("replaying", "completed", 1);
    letter("replaying", "replaying");
    entry("replaying", "1", "answered");
    request("sent", "completed", 1);
    letter("sent", "resolved");
    entry("sent", "1", "sent");

    assertThat(count.findings("r", 3, NONE).lost()).isEqualTo(3);
  }

  @Test
  void aRequestThatIsGoneIsLost() {
    assertThat(count.findings("r", 1, NONE).lost()).isOne();
  }

  @Test
  void anEntryOfAnotherReplayIsNone() {
    request("a", "completed", 1);
    letter("a", "resolved");
    entry("a", "1", "answered");

    assertThat(count.findings("other", 1, NONE).lost()).isOne();
  }

  @Test
  void whateverIsThereTwiceWasEffectiveTwice() {
    request("generations", "completed", 2);
    request("answers", "completed", 1);
    outcome("answers", 0);
    outcome("answers", 1);
    request("entries", "completed", 1);
    entry("entries", "1", "answered");
    entry("entries", "2", "answered");
    request("worked", "completed", 1);
    request("once", "completed", 1);
    outcome("once", 1);
    entry("once", "1", "answered");
    Deliveries deliveries =
        new Deliveries(
            Map.of("worked#1", 2L, "once#1", 1L), Map.of("worked#1", 2L, "once#1", 1L), 3, 4, 5);

    Findings findings = count.findings("r", 5, deliveries);

    assertThat(findings.effectiveTwice()).isEqualTo(4);
    assertThat(findings.sentAgain()).isOne();
    assertThat(findings.dropped()).isEqualTo(3);
    assertThat(findings.leftInQueue()).isEqualTo(4);
    assertThat(findings.faults()).isEqualTo(5);
  }

  private void request(String id, String status, int generation) {
    var item = item("REQUEST#" + id, "REQUEST");
    item.put(Attribute.STATUS, AttributeValue.fromS(status));
    item.put(Attribute.GENERATION, AttributeValue.fromN("" + generation));
    count.take(item);
  }

  private void letter(String id, String state) {
    var item = item("REQUEST#" + id, "DEADLETTER");
    item.put(Attribute.STATE, AttributeValue.fromS(state));
    count.take(item);
  }

  private void outcome(String id, int generation) {
    var item = item("REQUEST#" + id, "OUTCOME#" + generation);
    item.put(Attribute.KIND, AttributeValue.fromS(Attribute.ANSWERED));
    item.put(Attribute.GENERATION, AttributeValue.fromN("" + generation));
    count.take(item);
  }

  private void entry(String id, String failedAt, String state) {
    var item = item("REPLAY#r", "ENTRY#" + failedAt + "#" + id);
    item.put(Attribute.STATE, AttributeValue.fromS(state));
    count.take(item);
  }

  private static Map<String, AttributeValue> item(String partition, String sort) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Attribute.PK, AttributeValue.fromS(partition));
    item.put(Attribute.SK, AttributeValue.fromS(sort));
    return item;
  }
}
