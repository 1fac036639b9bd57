package navigator.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import navigator.contracts.wire.Wire;

/** What tells two submissions apart, without a word of them: SHA-256 in 64 hexadecimal digits. */
final class Fingerprint {

  private Fingerprint() {}

  /** The same for bodies that differ in the order of their fields and in white space only. */
  static String of(ChatSubmission submission) {
    Fields fields =
        new Fields(
            submission.message(),
            String.valueOf(submission.conversation()),
            new TreeMap<>(submission.metadata()),
            String.valueOf(submission.deadline()));
    return HexFormat.of().formatHex(sha256(Wire.write(fields)));
  }

  private record Fields(
      String message, String conversation, SortedMap<String, String> metadata, String deadline) {}

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
