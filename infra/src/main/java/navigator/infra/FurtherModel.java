package navigator.infra;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model that is asked when those before it are down or cannot answer in time. */
record FurtherModel(BedrockModel model, ModelQuota quota) {

  private static final Pattern ENTRY =
      Pattern.compile("(?<id>[^@]+)(@(?<tokens>[0-9]{1,9})(/(?<requests>[0-9]{1,9}))?)?");

  /**
   * The models in {@code text}: comma-separated {@code id@tokens/requests}, the quota per minute
   * being optional.
   *
   * @throws IllegalArgumentException if an entry is anything else
   */
  static List<FurtherModel> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(FurtherModel::parse).toList();
  }

  private static FurtherModel parse(String entry) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "furtherModels are like ID@TOKENS/REQUESTS,…, the quota per minute being optional; not "
              + entry);
    }
    ModelQuota quota = new ModelQuota(number(matcher, "tokens"), number(matcher, "requests"));
    try {
      return new FurtherModel(new BedrockModel(matcher.group("id")), quota);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("furtherModels: " + e.getMessage(), e);
    }
  }

  /** As the worker reads it. */
  String variable() {
    return "%s@%d/%d/%d"
        .formatted(
            model.id(), quota.tokensPerMinute(), quota.requestsPerMinute(), model.burndown());
  }

  private static int number(Matcher matcher, String group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
