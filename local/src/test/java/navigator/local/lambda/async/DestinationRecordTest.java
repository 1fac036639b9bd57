package navigator.local.lambda.async;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import navigator.local.InvokeResult;
import navigator.local.lambda.runtime.Invocation;
import org.junit.jupiter.api.Test;

final class DestinationRecordTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Invocation INVOCATION =
      new Invocation("request", "arn:function:live", "{\"event\":1}");

  @Test
  void exhaustedRetriesCarryTheLastError() throws JsonProcessingException {
    var last = new InvokeResult.Failed("a.Type", "a message");

    var record = DestinationRecord.of(INVOCATION, new Outcome.RetriesExhausted(3, last), "1", NOW);

    assertThat(JSON.readTree(record))
        .isEqualTo(
            JSON.readTree(
                """
                {"version": "1.0", "timestamp": "2026-01-02T03:04:05.678Z",
                 "requestContext": {"requestId": "request", "functionArn": "arn:function:live",
                   "condition": "RetriesExhausted", "approximateInvokeCount": 3},
                 "requestPayload": {"event": 1},
                 "responseContext": {"statusCode": 200, "executedVersion": "1",
                   "functionError": "Unhandled"},
                 "responsePayload": {"errorMessage": "a message", "errorType": "a.Type"}}
                """));
  }

  @Test
  void anEventThatGotTooOldHasNoResponse() throws JsonProcessingException {
    var record = DestinationRecord.of(INVOCATION, new Outcome.EventAgeExceeded(0), NOW);

    assertThat(JSON.readTree(record))
        .isEqualTo(
            JSON.readTree(
                """
                {"version": "1.0", "timestamp": "2026-01-02T03:04:05.678Z",
                 "requestContext": {"requestId": "request", "functionArn": "arn:function:live",
                   "condition": "EventAgeExceeded", "approximateInvokeCount": 0},
                 "requestPayload": {"event": 1}}
                """));
  }
}
