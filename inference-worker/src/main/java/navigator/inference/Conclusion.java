package navigator.inference;

import java.time.Instant;
import navigator.contracts.queue.Failure;

/** Where this delivery's attempts at an answer led. */
public sealed interface Conclusion {

  /** What the request has behind it now. */
  default Progress progressed() {
    return switch (this) {
      case Answered(var _, Progress progress) -> progress;
      case Deferred(var _, Progress progress) -> progress;
      case GivenUp(Failure failure) ->
          new Progress(failure.attempts(), failure.firstAt(), failure.lastAt(), failure.code());
    };
  }

  /** To an answer, the last of so many attempts. */
  record Answered(ModelResult.Answer answer, Progress progress) implements Conclusion {}

  /** To none, for good. */
  record GivenUp(Failure failure) implements Conclusion {}

  /** To none so far. */
  record Deferred(Instant until, Progress progress) implements Conclusion {}
}
