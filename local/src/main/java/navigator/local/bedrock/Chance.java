package navigator.local.bedrock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The seeded chance of each call. It depends on the request and on how often the same request came
 * before, never on what other calls run meanwhile; so a run can be repeated, and a retry has luck
 * of its own.
 */
final class Chance {
  private final long seed;
  private final Map<Long, Integer> occurrences = new ConcurrentHashMap<>();

  Chance(long seed) {
    this.seed = seed;
  }

  RandomGenerator of(Prompt prompt) {
    var request = ByteBuffer.wrap(sha256(prompt.toString())).getLong();
    var occurrence = occurrences.merge(request, 1, Integer::sum);
    return new SplittableRandom(seed * 31 + request + occurrence);
  }

  static String hash(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
