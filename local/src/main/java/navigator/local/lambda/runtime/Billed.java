package navigator.local.lambda.runtime;

import java.time.Duration;

/**
 * What AWS would bill a function for. The time of an invocation is from its hand-over to the
 * process until the process asks for the next one; starts are not in it.
 *
 * @param milliseconds of all invocations, each rounded up
 */
public record Billed(long invocations, long milliseconds) {

  public static final Billed NOTHING = new Billed(0, 0);

  private static final long NANOS_A_MILLISECOND = 1_000_000;

  /** This and one more invocation. */
  Billed plus(Duration invocation) {
    return new Billed(
        invocations + 1, milliseconds + Math.ceilDiv(invocation.toNanos(), NANOS_A_MILLISECOND));
  }

  /** What came after an earlier count. */
  public Billed minus(Billed earlier) {
    return new Billed(invocations - earlier.invocations, milliseconds - earlier.milliseconds);
  }
}
