package navigator.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * The id of one chat request: a UUID in its canonical lower-case form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562">RFC 9562</a>
 */
public record RequestId(@JsonValue String value) {

  /**
   * An id from its text form.
   *
   * @throws IllegalArgumentException if {@code value} is not a canonical lower-case UUID
   */
  @JsonCreator
  public RequestId {
    Uuids.requireCanonical("request_id", value);
  }

  /** An id that nobody has yet, from the platform's secure generator. */
  public static RequestId random() {
    return new RequestId(Uuids.random());
  }

  /** The id that belongs to {@code name}: the same for the same, and for no other. */
  public static RequestId named(String name) {
    return new RequestId(Uuids.named(name));
  }

  /** The id in {@code text}, if it is one. */
  public static Optional<RequestId> parse(String text) {
    return Uuids.isCanonical(text) ? Optional.of(new RequestId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
