package navigator.local.lambda.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Which messages of a batch a function has done with, by Lambda's rules for partial responses.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">Implementing
 *     partial batch responses</a>
 */
final class BatchVerdict {
  private static final JsonMapper JSON = new JsonMapper();

  private BatchVerdict() {}

  /**
   * The messages to delete. An absent, null or empty list of failures means none failed; a response
   * that cannot be read, or that names no message or a foreign one, means that all failed.
   *
   * @param response what the function returned
   */
  static List<Message> succeeded(List<Message> batch, String response) {
    try {
      var answer = JSON.readTree(response);
      if (!answer.isObject() && !answer.isNull() && !answer.isMissingNode()) {
        return List.of();
      }
      var failures = answer.path("batchItemFailures");
      return failures.isMissingNode() || failures.isNull() ? batch : without(failures, batch);
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  private static List<Message> without(JsonNode failures, List<Message> batch) {
    Set<String> ids = new HashSet<>();
    batch.forEach(message -> ids.add(message.messageId()));
    Set<String> failed = new HashSet<>();
    for (var failure : failures) {
      failed.add(failure.path("itemIdentifier").asText(""));
    }
    return failures.isArray() && ids.containsAll(failed)
        ? batch.stream().filter(message -> !failed.contains(message.messageId())).toList()
        : List.of();
  }
}
