package navigator.inference;

import java.time.Instant;
import navigator.contracts.queue.Failure;

/** Where this delivery's attempts at an answer led. */
sealed interface Conclusion {

  /** To an answer, the last of so many attempts. */
  record Answered(ModelResult.Answer answer, Progress progress) implements Conclusion {}

  /** To none, for good. */
  record GivenUp(Failure failure) implements Conclusion {}

  /** To none so far. */
  record Deferred(Instant until, Progress progress) implements Conclusion {}
}
