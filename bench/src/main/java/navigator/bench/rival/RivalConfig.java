package navigator.bench.rival;

import java.time.Duration;
import java.util.Map;
import navigator.inference.InferenceConfig;

/**
 * The settings of a rival: those of the worker, and how its client repeats.
 *
 * @param minute how long a minute takes
 */
record RivalConfig(InferenceConfig worker, Retries retries, Duration minute) {

  private static final int SECONDS = 60;

  static RivalConfig of(Map<String, String> environment) {
    return new RivalConfig(
        InferenceConfig.of(environment),
        Retries.valueOf(environment.getOrDefault(RivalHandler.RETRIES, "")),
        Duration.parse(environment.getOrDefault(RivalHandler.MINUTE, "")));
  }

  /** A duration at the run's pace. */
  Duration scaled(Duration real) {
    return Duration.ofNanos((long) ((double) real.toNanos() / SECONDS * minute.toNanos() / 1e9));
  }
}
