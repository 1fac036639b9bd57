package navigator.inference;

import navigator.contracts.ErrorCode;
import navigator.contracts.Usage;
import navigator.contracts.metric.UnobservedCall;
import navigator.inference.quota.Throttle;
import org.jspecify.annotations.Nullable;

/** What one model call gave. Details are sentences without prompt or reply text. */
public sealed interface ModelResult {

  /**
   * The model answered.
   *
   * @param stopReason Bedrock's; {@code max_tokens} means that the text is truncated
   */
  record Answer(String text, String model, String stopReason, Usage usage) implements ModelResult {}

  /** A quota is exhausted for now. It says nothing about the request. */
  record Throttled(Throttle throttle, String detail) implements ModelResult {

    public Throttled(String detail) {
      this(Throttle.MINUTE, detail);
    }
  }

  /**
   * Another attempt may succeed.
   *
   * @param unobserved why nobody knows what became of the call; null if it is known to have failed
   */
  record Transient(ErrorCode code, String detail, @Nullable UnobservedCall unobserved)
      implements ModelResult {

    public Transient(ErrorCode code, String detail) {
      this(code, detail, null);
    }
  }

  /** No further attempt would. */
  record Permanent(ErrorCode code, String detail) implements ModelResult {}
}
