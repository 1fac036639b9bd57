package navigator.local.topology;

import java.time.Duration;
import java.util.Optional;

/**
 * How a function's asynchronous invocations are retried, {@code AWS::Lambda::EventInvokeConfig}.
 *
 * @param maximumRetries after the first try, from 0 to 2
 * @param maximumAge how long an event may wait in the function's queue
 * @param onFailureArn the queue that a discarded event goes to
 */
public record AsyncInvokes(int maximumRetries, Duration maximumAge, Optional<String> onFailureArn) {

  /** What Lambda does when the template configures nothing. */
  public static final AsyncInvokes DEFAULT =
      new AsyncInvokes(2, Duration.ofHours(6), Optional.empty());
}
