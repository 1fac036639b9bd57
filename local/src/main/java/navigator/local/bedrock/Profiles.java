package navigator.local.bedrock;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import navigator.local.bedrock.quota.QuotaPlan;

/** The profiles that were called so far. Safe for use by many threads. */
final class Profiles {
  private final EmulatorSettings settings;
  private final InstantSource clock;
  private final QuotaLog log = new QuotaLog();
  private final Map<String, Profile> called = new ConcurrentHashMap<>();

  Profiles(EmulatorSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  QuotaLog log() {
    return log;
  }

  /** The profile behind an id or an ARN. */
  Profile of(String modelId) {
    return called.computeIfAbsent(FoundationModel.bareId(modelId), this::first);
  }

  private Profile first(String id) {
    var quotas = settings.quotas();
    var others = quotas.getOrDefault(EmulatorSettings.ANY_OTHER, QuotaPlan.UNLIMITED);
    var plan = quotas.getOrDefault(id, others);
    var seed = settings.seed() * 31 + id.hashCode();
    return new Profile(plan, settings.minute(), seed, clock, log);
  }
}
