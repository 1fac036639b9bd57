package navigator.local.http;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The ids that API Gateway gives each request. */
record RequestIds(RandomGenerator random) {

  /** Sixteen characters of Base64, such as {@code Mc7UVioPPHcEKPA=}. */
  String requestId() {
    return Base64.getEncoder().encodeToString(bytes(11));
  }

  /** An X-Ray trace id header. */
  String traceId(Instant now) {
    var hex = HexFormat.of();
    return "Root=1-%08x-%s".formatted(now.getEpochSecond(), hex.formatHex(bytes(12)));
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
