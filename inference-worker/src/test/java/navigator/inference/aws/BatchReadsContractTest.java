package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.util.List;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.inference.aws.ScriptedAws.Answer;
import org.junit.jupiter.api.Test;

class BatchReadsContractTest {

  private static final List<Key> KEYS = List.of(new Key("p", "1"), new Key("p", "2"));
  private static final Answer HALF =
      Answer.ok(
          """
          {"Responses":{"table":[{"PK":{"S":"p"},"SK":{"S":"1"}}]},
           "UnprocessedKeys":{"table":{"Keys":[{"PK":{"S":"p"},"SK":{"S":"2"}}],
                                       "ConsistentRead":true}}}
          """);
  private static final Answer REST =
      Answer.ok(
          """
          {"Responses":{"table":[{"PK":{"S":"p"},"SK":{"S":"2"}}]},"UnprocessedKeys":{}}
          """);

  @Test
  void whatWasLeftUnreadIsReadAgain() {
    try (ScriptedAws dynamo = ScriptedAws.start(HALF, REST)) {
      assertThat(read(dynamo)).extracting(StoredItem::key).containsExactlyElementsOf(KEYS);
      assertThat(dynamo.calls().getLast().body()).doesNotContain("\"1\"");
    }
  }

  @Test
  void whatIsLeftUnreadAgainAndAgainIsAFault() {
    try (ScriptedAws dynamo = ScriptedAws.start(HALF)) {
      assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> read(dynamo));
      assertThat(dynamo.calls()).hasSize(4);
    }
  }

  private static List<StoredItem> read(ScriptedAws dynamo) {
    return new BatchReads(TestClients.at(dynamo.url()).dynamo(), "table")
        .get(KEYS, List.of(Attribute.REQUEST_ID));
  }
}
