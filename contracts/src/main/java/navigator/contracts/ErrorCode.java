package navigator.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a request ended without a model answer. */
public enum ErrorCode {
  /** The quota stayed exhausted until the deadline. */
  THROTTLED(true),
  MODEL_TIMEOUT(true),
  MODEL_UNAVAILABLE(true),
  ACCESS_DENIED(false),
  /** Bedrock refused the request as such. */
  INVALID_REQUEST(false),
  /** The prompt does not fit the model's context window. */
  CONTEXT_TOO_LONG(false),
  CONTENT_FILTERED(false),
  EMPTY_RESPONSE(true),
  DEADLINE_EXCEEDED(true),
  /** The worker's process died three times over it. */
  CRASHED(false),
  /** A fault of this system. */
  INTERNAL(true);

  private final boolean retryable;

  ErrorCode(boolean retryable) {
    this.retryable = retryable;
  }

  /** Whether the same message, sent again later, may be answered. */
  public boolean retryable() {
    return retryable;
  }

  /**
   * The code of that wire name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static ErrorCode ofWireName(String name) {
    for (ErrorCode code : values()) {
      if (code.wireName().equals(name)) {
        return code;
      }
    }
    throw new IllegalArgumentException("the error code is not known");
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
