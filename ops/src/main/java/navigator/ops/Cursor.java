package navigator.ops;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A position in a list as its readers carry it: base64url of a check and the position. The check
 * ties it to what was asked for. It is no secret.
 */
public final class Cursor {

  private static final int CHECK_BYTES = 9;

  private Cursor() {}

  /** The cursor of a position in the list of that name. */
  public static String encode(String list, String position) {
    byte[] text = position.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(check(list, position), CHECK_BYTES + text.length);
    System.arraycopy(text, 0, bytes, CHECK_BYTES, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The position in {@code cursor}, if it is one of that list. */
  public static Optional<String> decode(String list, String cursor) {
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
    return encode(list, position).equals(cursor) ? Optional.of(position) : Optional.empty();
  }

  private static byte[] check(String list, String position) {
    try {
      byte[] text = (list + "\n" + position).getBytes(StandardCharsets.UTF_8);
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text), CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
