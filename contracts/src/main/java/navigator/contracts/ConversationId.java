package navigator.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * The id of one conversation: a UUID in its canonical lower-case form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562">RFC 9562</a>
 */
public record ConversationId(@JsonValue String value) {

  /**
   * An id from its text form.
   *
   * @throws IllegalArgumentException if {@code value} is not a canonical lower-case UUID
   */
  @JsonCreator
  public ConversationId {
    Uuids.requireCanonical("conversation_id", value);
  }

  /** An id that nobody has yet, from the platform's secure generator. */
  public static ConversationId random() {
    return new ConversationId(Uuids.random());
  }

  /** The id in {@code text}, if it is one. */
  public static Optional<ConversationId> parse(String text) {
    return Uuids.isCanonical(text) ? Optional.of(new ConversationId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
