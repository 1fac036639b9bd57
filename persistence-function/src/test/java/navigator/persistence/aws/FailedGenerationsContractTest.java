package navigator.persistence.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.persistence.Chats;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.Verdict;
import navigator.persistence.WriteOutcome;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class FailedGenerationsContractTest {

  private final TestTable table = TestTable.create();
  private final ChatTable chatTable = new ChatTable(table.client(), table.name());
  private final WriteOutcome writer =
      new WriteOutcome(
          chatTable.requests(),
          chatTable.messages(),
          chatTable.outcomes(
              new OutcomeConfig(table.name(), Duration.ofDays(365), Duration.ofDays(30))),
          () -> Chats.ENDED);

  @Test
  void everyGenerationThatFailedKeepsWhatWasAskedAndWhenItFailed() {
    StoredChat.put(table);
    assertThat(writer.write(Chats.fellBack(0))).isEqualTo(Verdict.PERSISTED);
    StoredChat.replay(table, 1);
    assertThat(writer.write(Chats.fellBack(1))).isEqualTo(Verdict.PERSISTED);
    assertThat(generations())
        .hasSize(2)
        .allSatisfy(
            generation ->
                assertThat(generation)
                    .contains(
                        text(Attribute.ERROR_CODE, "access_denied"),
                        text(Attribute.ERROR_DETAIL, "Bedrock refused access to the model."),
                        text(Attribute.MODEL, "sonnet"),
                        number(Attribute.ATTEMPTS, 1),
                        time(Attribute.FIRST_FAILURE_AT, Chats.ENDED.minusSeconds(2)),
                        time(Attribute.LAST_FAILURE_AT, Chats.ENDED.minusSeconds(1))));
    assertThat(generations().getFirst()).contains(number(Attribute.GENERATION, 0));
    assertThat(generations().getLast()).contains(number(Attribute.GENERATION, 1));
  }

  @Test
  void aDeadLetterThatIsParkedAgainSaysByWhichReplayItsRequestWasAsked() {
    StoredChat.put(table);
    writer.write(Chats.fellBack(0));
    StoredChat.replay(table, 1);
    table.set(
        Keys.deadLetter(Chats.ID), Attribute.REPLAY, AttributeValue.fromS("after-the-outage"));
    writer.write(Chats.fellBack(1));
    assertThat(table.item(Keys.deadLetter(Chats.ID)))
        .contains(text(Attribute.REPLAY, "after-the-outage"), text(Attribute.STATE, "parked"));
  }

  private List<Map<String, AttributeValue>> generations() {
    AttributeValue generations = table.item(Keys.deadLetter(Chats.ID)).get(Attribute.GENERATIONS);
    return generations == null
        ? List.of()
        : generations.l().stream().map(AttributeValue::m).toList();
  }

  private static Map.Entry<String, AttributeValue> time(String name, Instant instant) {
    return text(name, IsoMicros.format(instant));
  }

  private static Map.Entry<String, AttributeValue> text(String name, String value) {
    return Map.entry(name, AttributeValue.fromS(value));
  }

  private static Map.Entry<String, AttributeValue> number(String name, long value) {
    return Map.entry(name, AttributeValue.fromN("" + value));
  }
}
