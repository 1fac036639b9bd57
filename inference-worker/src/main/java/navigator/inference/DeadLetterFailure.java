package navigator.inference;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.queue.Failure;
import navigator.contracts.queue.MessageAttribute;

/** The failure that a dead letter carries in its attributes. */
final class DeadLetterFailure {

  private DeadLetterFailure() {}

  /** The failure, or that of a message which SQS itself gave up: then it carries none. */
  static Failure of(Delivery letter, Progress progress, Instant now) {
    return carried(letter.attributes()).orElseGet(() -> givenUpBySqs(progress, now));
  }

  /** Whether it was a worker that gave the message up, and not SQS. */
  static boolean isCarriedBy(Delivery letter) {
    return letter.attributes().containsKey(MessageAttribute.ERROR_CODE);
  }

  private static Optional<Failure> carried(Map<String, String> attributes) {
    try {
      return attributes.containsKey(MessageAttribute.ERROR_CODE)
          ? Optional.of(
              new Failure(
                  ErrorCode.ofWireName(attribute(attributes, MessageAttribute.ERROR_CODE)),
                  detail(attribute(attributes, MessageAttribute.ERROR_DETAIL)),
                  attempts(attribute(attributes, MessageAttribute.ATTEMPTS)),
                  time(attributes, MessageAttribute.FIRST_FAILURE_AT),
                  time(attributes, MessageAttribute.LAST_FAILURE_AT)))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Failure givenUpBySqs(Progress progress, Instant now) {
    String detail = "SQS gave the message up after too many receives.";
    return progress.failure(ErrorCode.INTERNAL, detail, now);
  }

  private static String detail(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("There is no detail");
    }
    return text;
  }

  private static int attempts(String text) {
    int attempts = Integer.parseInt(text);
    if (attempts < 0) {
      throw new IllegalArgumentException("There are fewer attempts than none");
    }
    return attempts;
  }

  private static Instant time(Map<String, String> attributes, String name) {
    return IsoMicros.parse(attribute(attributes, name));
  }

  private static String attribute(Map<String, String> attributes, String name) {
    return attributes.getOrDefault(name, "");
  }
}
