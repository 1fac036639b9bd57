package navigator.local.lambda.runtime;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One event on its way to a function.
 *
 * @param requestId the same for every retry of an asynchronous event
 * @param functionArn as it was invoked, with its qualifier
 * @param payload JSON
 */
public record Invocation(String requestId, String functionArn, String payload) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** An invocation with a request id of its own. */
  public static Invocation of(String functionArn, String payload) {
    return new Invocation(UUID.randomUUID().toString(), functionArn, payload);
  }

  /** A new X-Ray trace header that says not to sample. */
  static String traceHeader(Instant now) {
    return "Root=1-%08x-%s;Parent=%s;Sampled=0"
        .formatted(now.getEpochSecond(), randomHex(12), randomHex(8));
  }

  private static String randomHex(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
