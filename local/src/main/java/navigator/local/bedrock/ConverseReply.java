package navigator.local.bedrock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import navigator.local.loopback.Reply;

/** An answer on the wire. */
final class ConverseReply {
  private ConverseReply() {}

  static Reply of(Generation generation) {
    var answer = generation.answer();
    var usage = generation.usage();
    var response = JsonNodeFactory.instance.objectNode();
    var message = response.putObject("output").putObject("message").put("role", "assistant");
    var content = message.putArray("content");
    if (!answer.text().isEmpty()) {
      content.addObject().put("text", answer.text());
    }
    response.put("stopReason", answer.stopReason());
    response
        .putObject("usage")
        .put("inputTokens", usage.input())
        .put("outputTokens", usage.output())
        .put("totalTokens", usage.total())
        .put("cacheReadInputTokens", usage.cacheRead())
        .put("cacheWriteInputTokens", usage.cacheWrite());
    response.putObject("metrics").put("latencyMs", generation.latency().toMillis());
    return Reply.json(200, response.toString());
  }
}
