package navigator.local.topology;

import java.time.Duration;

/**
 * A rule that fires at a fixed rate, {@code AWS::Events::Rule} with {@code rate(…)}.
 *
 * @param functionArn with its alias
 */
public record Schedule(String name, String arn, Duration rate, String functionArn) {}
