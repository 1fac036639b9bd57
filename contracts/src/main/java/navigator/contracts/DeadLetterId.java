package navigator.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a dead letter is known by: its request, or the message that named none. */
public sealed interface DeadLetterId {

  /** The text form: a request's id alone, a message's with {@code unreadable:} before it. */
  @JsonValue
  String text();

  /** The id within the table's keys. */
  String value();

  /** The dead letter of a request. */
  record OfRequest(RequestId request) implements DeadLetterId {

    @Override
    public String text() {
      return request.value();
    }

    @Override
    public String value() {
      return request.value();
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** The dead letter of a message that could not be read. */
  record Unreadable(String messageId) implements DeadLetterId {

    private static final String PREFIX = "unreadable:";
    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /**
     * An id from SQS's own.
     *
     * @throws IllegalArgumentException if {@code messageId} is none
     */
    public Unreadable {
      if (!MESSAGE_ID.matcher(messageId).matches()) {
        throw new IllegalArgumentException("the message id is not one of SQS");
      }
    }

    @Override
    public String text() {
      return PREFIX + messageId;
    }

    @Override
    public String value() {
      return messageId;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** The id in {@code text}, if it is one. */
  static Optional<DeadLetterId> parse(String text) {
    if (!text.startsWith(Unreadable.PREFIX)) {
      return RequestId.parse(text).map(OfRequest::new);
    }
    String messageId = text.substring(Unreadable.PREFIX.length());
    return Unreadable.MESSAGE_ID.matcher(messageId).matches()
        ? Optional.of(new Unreadable(messageId))
        : Optional.empty();
  }

  /**
   * The id in {@code text}.
   *
   * @throws IllegalArgumentException if it is none
   */
  @JsonCreator
  static DeadLetterId of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("the dead letter's id is not one"));
  }
}
