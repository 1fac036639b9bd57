package navigator.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A position in a list as clients carry it: base64url of a check and the position. The check ties
 * it to its list and owner. It is no secret: what a forged cursor can reach is its forger's own.
 */
final class Cursor {

  private static final int CHECK_BYTES = 9;

  private Cursor() {}

  static String encode(ListScope scope, String position) {
    byte[] text = position.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(check(scope, position), CHECK_BYTES + text.length);
    System.arraycopy(text, 0, bytes, CHECK_BYTES, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The position in {@code cursor}, if it is one of that list. */
  static Optional<String> decode(ListScope scope, String cursor) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (bytes.length <= CHECK_BYTES) {
      return Optional.empty();
    }
    String position =
        new String(bytes, CHECK_BYTES, bytes.length - CHECK_BYTES, StandardCharsets.UTF_8);
    boolean valid =
        encode(scope, position).equals(cursor) && scope.position().matcher(position).matches();
    return valid ? Optional.of(position) : Optional.empty();
  }

  private static byte[] check(ListScope scope, String position) {
    try {
      byte[] text = (scope.name() + "\n" + position).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return Arrays.copyOf(digest, CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
