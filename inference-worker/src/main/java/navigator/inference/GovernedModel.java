package navigator.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;
import navigator.inference.quota.QuotaSettings;

/**
 * A model that may answer, and what is known of its quota.
 *
 * @param id of a model or an inference profile
 */
public record GovernedModel(String id, QuotaSettings quota) {

  private static final Pattern FURTHER =
      Pattern.compile(
          "(?<id>[^@,\\s]+)@(?<tokens>[0-9]{1,9})/(?<requests>[0-9]{1,9})/(?<burndown>[1-9])");

  /** The models in the environment, best first. */
  static List<GovernedModel> chain(Settings settings, String first, Duration callTimeout) {
    QuotaSettings quota = QuotaSettings.of(settings, callTimeout);
    List<GovernedModel> models = new ArrayList<>();
    models.add(new GovernedModel(first, quota));
    settings
        .optional(Variable.FURTHER_MODELS)
        .ifPresent(
            list -> {
              for (String entry : list.split(",", -1)) {
                Matcher matcher = FURTHER.matcher(entry);
                settings.require(
                    matcher.matches(),
                    Variable.FURTHER_MODELS
                        + " has an entry that is not id@tokens/requests/burndown");
                if (matcher.matches()) {
                  models.add(further(matcher, quota));
                }
              }
            });
    settings.require(
        models.stream().map(GovernedModel::id).distinct().count() == models.size(),
        Variable.FURTHER_MODELS + " names a model twice");
    return List.copyOf(models);
  }

  private static GovernedModel further(Matcher matcher, QuotaSettings first) {
    return new GovernedModel(
        matcher.group("id"),
        first.of(
            number(matcher, "tokens"), number(matcher, "requests"), number(matcher, "burndown")));
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }
}
