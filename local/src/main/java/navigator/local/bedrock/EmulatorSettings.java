package navigator.local.bedrock;

import java.time.Duration;
import java.util.Map;
import navigator.local.bedrock.quota.QuotaPlan;

/**
 * How the emulator behaves.
 *
 * @param port 0 for any that is free
 * @param seed the same seed and the same requests give the same answers, latencies and faults
 * @param minute how long the quotas' minute and the prompt cache's minute take, above zero; the
 *     timelines and the latency are not scaled by it
 * @param quotas by the id of the model or the profile, or {@link #ANY_OTHER}; others have no quota
 */
public record EmulatorSettings(
    int port,
    long seed,
    Latency latency,
    FaultRates faults,
    Duration minute,
    Map<String, QuotaPlan> quotas) {

  /** Stands for every model and profile that is not named. */
  public static final String ANY_OTHER = "*";

  public EmulatorSettings {
    if (minute.toMillis() <= 0) {
      throw new IllegalArgumentException("A minute takes a millisecond at least, not " + minute);
    }
    quotas = Map.copyOf(quotas);
  }

  /** No quotas. */
  public EmulatorSettings(int port, long seed, Latency latency, FaultRates faults) {
    this(port, seed, latency, faults, Duration.ofMinutes(1), Map.of());
  }

  /** The same with other quotas, whose minute takes so long. */
  public EmulatorSettings with(Duration otherMinute, Map<String, QuotaPlan> others) {
    return new EmulatorSettings(port, seed, latency, faults, otherMinute, others);
  }
}
