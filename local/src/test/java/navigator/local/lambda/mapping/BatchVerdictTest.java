package navigator.local.lambda.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

final class BatchVerdictTest {
  private static final Message FIRST = Message.builder().messageId("first").build();
  private static final Message SECOND = Message.builder().messageId("second").build();
  private static final List<Message> BATCH = List.of(FIRST, SECOND);

  @Test
  void messagesThatAreNotNamedAsFailedAreDoneWith() {
    assertThat(
            BatchVerdict.succeeded(
                BATCH, "{\"batchItemFailures\":[{\"itemIdentifier\":\"first\"}]}"))
        .containsExactly(SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"batchItemFailures\":null}",
        "{\"batchItemFailures\":[]}",
        "{\"other\":1}"
      })
  void aResponseWithoutFailuresIsAFullSuccess(String response) {
    assertThat(BatchVerdict.succeeded(BATCH, response)).isEqualTo(BATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "\"text\"",
        "[]",
        "{\"batchItemFailures\":{}}",
        "{\"batchItemFailures\":\"first\"}",
        "{\"batchItemFailures\":[\"first\"]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"wrongKey\":\"first\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"first\"},{\"itemIdentifier\":\"foreign\"}]}"
      })
  void aResponseThatCannotBeReadFailsTheWholeBatch(String response) {
    assertThat(BatchVerdict.succeeded(BATCH, response)).isEmpty();
  }
}
