package navigator.local.lambda.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Locale;
import navigator.local.InvokeResult.Failed;

/** Failed invocations in the words that Lambda has for them. */
final class Failures {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SIGNAL_BASE = 128;

  private Failures() {}

  static Failed timeout(String requestId, Duration timeout) {
    var seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
    return new Failed(
        "Sandbox.Timedout",
        "RequestId: %s Error: Task timed out after %s seconds".formatted(requestId, seconds));
  }

  static Failed exit(String requestId, String reason) {
    return new Failed("Runtime.ExitError", "RequestId: %s Error: %s".formatted(requestId, reason));
  }

  static Failed noResponse(String requestId) {
    return new Failed(
        "Runtime.NoResponse", "RequestId: %s Error: No response was posted".formatted(requestId));
  }

  static Failed requestTooLarge(int bytes) {
    return new Failed(
        "RequestTooLargeException",
        "%d byte payload is too large for the RequestResponse invocation type (limit %d bytes)"
            .formatted(bytes, PayloadLimit.SYNCHRONOUS_BYTES));
  }

  static Failed responseTooLarge(int bytes) {
    return new Failed(
        "Function.ResponseSizeTooLarge",
        "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
            .formatted(bytes, PayloadLimit.SYNCHRONOUS_BYTES));
  }

  /** What the runtime interface client reports of a throwable. */
  static Failed parse(String report) {
    try {
      var json = JSON.readTree(report);
      return new Failed(text(json, "errorType"), text(json, "errorMessage"));
    } catch (JsonProcessingException e) {
      return new Failed("Runtime.Unknown", report);
    }
  }

  /** Whether the platform found the failure, and not the function itself. */
  static boolean isPlatforms(String errorType) {
    return errorType.startsWith("Sandbox.") || errorType.startsWith("Runtime.");
  }

  /** How a process ended, from the exit value that Java gives it. */
  static String exitReason(int exitValue) {
    return switch (exitValue) {
      case 0 -> "Runtime exited without providing a reason";
      case SIGNAL_BASE + 9 -> "Runtime exited with error: signal: killed";
      case SIGNAL_BASE + 15 -> "Runtime exited with error: signal: terminated";
      default -> "Runtime exited with error: exit status " + exitValue;
    };
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asText("");
  }
}
