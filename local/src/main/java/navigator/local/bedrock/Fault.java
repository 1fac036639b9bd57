package navigator.local.bedrock;

import java.time.Duration;

/** Something other than a good and timely answer. */
public sealed interface Fault {

  /** An error instead of an answer. */
  record Refused(BedrockError error, String message) implements Fault {
    public Refused(BedrockError error) {
      this(error, error.usualMessage());
    }
  }

  /** An answer that is not what it should be. */
  sealed interface Spoilt extends Fault {}

  /** An answer without content that claims to be a regular one. */
  record Empty() implements Spoilt {}

  /** An answer that was withheld: stop reason {@code content_filtered}, no content. */
  record Filtered() implements Spoilt {}

  /** An answer that a guardrail replaced: stop reason {@code guardrail_intervened}. */
  record Blocked() implements Spoilt {}

  /** A good answer that breaks off half-way: stop reason {@code max_tokens}. */
  record Truncated() implements Spoilt {}

  /** A good answer that comes later than it should, by this much. */
  record Late(Duration by) implements Spoilt {}
}
