package navigator.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/** The canonical lower-case text form of UUIDs. */
final class Uuids {

  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Uuids() {}

  static boolean isCanonical(String text) {
    return CANONICAL.matcher(text).matches();
  }

  static void requireCanonical(String name, String value) {
    if (!isCanonical(value)) {
      throw new IllegalArgumentException(name + " is not a lower-case UUID");
    }
  }

  /**
   * The version 8 UUID of a name: bits of its SHA-256.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8">RFC 9562, 5.8</a>
   */
  static String named(String name) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(name));
    long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  // UUID.randomUUID draws from SecureRandom, which a restored snapshot does not repeat.
  static String random() {
    return UUID.randomUUID().toString();
  }
}
