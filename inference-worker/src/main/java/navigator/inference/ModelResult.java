package navigator.inference;

import navigator.contracts.ErrorCode;
import navigator.contracts.Usage;

/** What one model call gave. Details are sentences without prompt or reply text. */
public sealed interface ModelResult {

  /**
   * The model answered.
   *
   * @param stopReason Bedrock's; {@code max_tokens} means that the text is truncated
   */
  record Answer(String text, String model, String stopReason, Usage usage) implements ModelResult {}

  /** The quota is exhausted for now. It says nothing about the request. */
  record Throttled(String detail) implements ModelResult {}

  /** Another attempt may succeed. */
  record Transient(ErrorCode code, String detail) implements ModelResult {}

  /** No further attempt would. */
  record Permanent(ErrorCode code, String detail) implements ModelResult {}
}
