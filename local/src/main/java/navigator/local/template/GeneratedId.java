package navigator.local.template;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** An id of small letters and digits, as AWS would give out, but the same in every run. */
final class GeneratedId {

  private GeneratedId() {}

  /**
   * The id of a resource.
   *
   * @param length at most 40
   */
  static String of(String logicalId, int length) {
    return new BigInteger(1, sha256(logicalId)).toString(36).substring(0, length);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
