package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
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

  private static final Answer NONE = Answer.ok("{}");

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

  @Test
  void moreKeysThanABatchTakesAreReadInSeveral() {
    List<Key> many = IntStream.range(0, 150).mapToObj(i -> new Key("p", "" + i)).toList();
    try (ScriptedAws dynamo = ScriptedAws.start(NONE, REST)) {
      assertThat(read(dynamo, many)).hasSize(1);
      assertThat(dynamo.calls()).hasSize(2);
      assertThat(dynamo.calls().getFirst().body()).contains("\"99\"").doesNotContain("\"100\"");
    }
  }

  private static List<StoredItem> read(ScriptedAws dynamo) {
    return read(dynamo, KEYS);
  }

  private static List<StoredItem> read(ScriptedAws dynamo, List<Key> keys) {
    return new BatchReads(TestClients.at(dynamo.url()).dynamo(), "table")
        .get(keys, List.of(Attribute.REQUEST_ID));
  }
}
