package navigator.local.lambda.async;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import navigator.local.InvokeResult.Failed;
import navigator.local.lambda.runtime.Invocation;

/**
 * The record of an asynchronous invocation that a destination gets.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Capturing
 *     records of Lambda asynchronous invocations</a>
 */
final class DestinationRecord {
  private static final JsonMapper JSON = new JsonMapper();

  private DestinationRecord() {}

  /**
   * The record of an event whose retries all failed.
   *
   * @param version of the function that ran
   */
  static String of(
      Invocation invocation, Outcome.RetriesExhausted exhausted, String version, Instant now) {
    var json = context(invocation, "RetriesExhausted", exhausted.tries(), now);
    var response = json.putObject("responseContext");
    response.put("statusCode", 200);
    response.put("executedVersion", version);
    response.put("functionError", "Unhandled");
    json.set("responsePayload", error(exhausted.last()));
    return json.toString();
  }

  /** The record of an event that got too old. */
  static String of(Invocation invocation, Outcome.EventAgeExceeded exceeded, Instant now) {
    return context(invocation, "EventAgeExceeded", exceeded.tries(), now).toString();
  }

  private static ObjectNode context(
      Invocation invocation, String condition, int tries, Instant now) {
    var json = JSON.createObjectNode();
    json.put("version", "1.0");
    json.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    var context = json.putObject("requestContext");
    context.put("requestId", invocation.requestId());
    context.put("functionArn", invocation.functionArn());
    context.put("condition", condition);
    context.put("approximateInvokeCount", tries);
    json.set("requestPayload", payload(invocation.payload()));
    return json;
  }

  private static JsonNode payload(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An event is JSON", e);
    }
  }

  private static ObjectNode error(Failed failed) {
    return JSON.createObjectNode()
        .put("errorMessage", failed.errorMessage())
        .put("errorType", failed.errorType());
  }
}
