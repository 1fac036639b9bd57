package navigator.local.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rule that matches events, {@code AWS::Events::Rule} with an event pattern.
 *
 * @param pattern the event pattern as JSON
 */
public record EventRule(
    String name, String arn, String busName, String pattern, List<Target> targets) {

  public EventRule {
    targets = List.copyOf(targets);
  }

  /**
   * A function that matched events are handed to.
   *
   * @param functionArn with its alias
   * @param maximumRetries of a failed hand-over, from 0 to 185
   * @param maximumAge after which a failed hand-over is given up
   * @param deadLetterQueueArn where an event goes that could not be handed over
   */
  public record Target(
      String id,
      String functionArn,
      int maximumRetries,
      Duration maximumAge,
      Optional<String> deadLetterQueueArn) {}
}
