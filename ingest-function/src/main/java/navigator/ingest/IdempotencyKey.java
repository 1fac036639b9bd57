package navigator.ingest;

import java.util.Optional;
import java.util.regex.Pattern;
import navigator.contracts.RequestId;

/**
 * A client's name for one submission, unique among the submissions of its user.
 *
 * @param value 1 to 255 visible ASCII characters
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP header field</a>
 */
public record IdempotencyKey(String value) {

  /** The header that carries it. */
  public static final String HEADER = "Idempotency-Key";

  /** What every key is like. */
  public static final String FORM = "must be 1 to 255 visible ASCII characters";

  private static final Pattern VALID = Pattern.compile("[!-~]{1,255}");

  public IdempotencyKey {
    if (!VALID.matcher(value).matches()) {
      throw new IllegalArgumentException("An idempotency key " + FORM);
    }
  }

  /** The key in {@code text}, if it is one. */
  public static Optional<IdempotencyKey> parse(String text) {
    return VALID.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
  }

  /** The key among those of all users; no key holds a line feed. */
  public String of(String userId) {
    return userId + "\n" + value;
  }

  /** The id of the request that {@code userId} submits with it. */
  RequestId requestOf(String userId) {
    return RequestId.named(of(userId));
  }
}
