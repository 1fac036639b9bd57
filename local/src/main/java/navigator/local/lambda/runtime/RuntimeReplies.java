package navigator.local.lambda.runtime;

import java.time.Duration;
import java.time.Instant;
import navigator.local.loopback.Reply;

/** The runtime API's answers. */
final class RuntimeReplies {
  private RuntimeReplies() {}

  static Reply invocation(Invocation invocation, Instant now, Duration timeout) {
    return Reply.json(200, invocation.payload())
        .with("Lambda-Runtime-Aws-Request-Id", invocation.requestId())
        .with("Lambda-Runtime-Deadline-Ms", Long.toString(now.plus(timeout).toEpochMilli()))
        .with("Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn())
        .with("Lambda-Runtime-Trace-Id", Invocation.traceHeader(now));
  }

  static Reply restore() {
    return Reply.json(200, "{}");
  }

  static Reply accepted() {
    return Reply.json(202, "{\"status\":\"OK\"}");
  }

  static Reply unknownRequest() {
    return Reply.json(
        400, "{\"errorMessage\":\"Invalid request ID\",\"errorType\":\"InvalidRequestID\"}");
  }

  static Reply gone() {
    return Reply.json(
        410, "{\"errorMessage\":\"The environment has ended\",\"errorType\":\"Gone\"}");
  }
}
