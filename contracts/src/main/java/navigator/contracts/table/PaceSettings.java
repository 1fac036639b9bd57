package navigator.contracts.table;

import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/**
 * Where the pace of the model's calls stands, and what else it depends on.
 *
 * @param item of the model's quota
 * @param callsAtOnce that the workers can make
 * @param onlyModel whether no other model answers what this one cannot in time
 */
public record PaceSettings(Key item, int callsAtOnce, boolean onlyModel) {

  private static final int MOST_CALLS = 10_000;

  /** The settings in an environment. */
  public static PaceSettings of(Settings settings) {
    return new PaceSettings(
        Keys.quota(settings.text(Variable.AWS_REGION), settings.text(Variable.MODEL_ID)),
        settings.integer(Variable.CALLS_AT_ONCE, 1, MOST_CALLS),
        settings.optional(Variable.FURTHER_MODELS).isEmpty());
  }
}
