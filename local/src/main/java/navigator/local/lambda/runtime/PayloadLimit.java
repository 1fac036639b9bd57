package navigator.local.lambda.runtime;

import java.nio.charset.StandardCharsets;

/**
 * Lambda's limits for payloads.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>
 */
public final class PayloadLimit {
  /** The most bytes of a synchronous request or response. */
  public static final int SYNCHRONOUS_BYTES = 6_291_556;

  /** The most bytes of an asynchronous request. */
  public static final int ASYNCHRONOUS_BYTES = 1_048_576;

  private PayloadLimit() {}

  /** How large a payload is as it travels. */
  public static int bytes(String payload) {
    return payload.getBytes(StandardCharsets.UTF_8).length;
  }
}
