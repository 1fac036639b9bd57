package navigator.local.bedrock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import navigator.local.loopback.Reply;

/** An error on the wire: its type in a header, its message in the body. */
final class ErrorReply {
  private ErrorReply() {}

  static Reply of(Fault.Refused refusal) {
    var body = JsonNodeFactory.instance.objectNode().put("message", refusal.message());
    return Reply.json(refusal.error().status(), body.toString())
        .with("x-amzn-ErrorType", refusal.error().type());
  }
}
