package navigator.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A foundation model, or a cross-Region inference profile of one, by its id.
 *
 * @param id such as {@code us.anthropic.claude-sonnet-4-6} (a profile) or {@code
 *     anthropic.claude-3-5-sonnet-20241022-v2:0} (a model)
 */
record BedrockModel(String id) {

  /**
   * The Regions that profiles of a geography route to: those of all its models together, since a
   * Region that is not used costs nothing and a missing one denies a call in a hundred.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html">Geographic
   *     cross-Region inference</a>
   */
  private static final Map<String, List<String>> ROUTES =
      Map.of(
          "us",
          List.of("us-east-1", "us-east-2", "us-west-1", "us-west-2"),
          "eu",
          List.of(
              "eu-central-1",
              "eu-central-2",
              "eu-north-1",
              "eu-south-1",
              "eu-south-2",
              "eu-west-1",
              "eu-west-2",
              "eu-west-3"),
          "apac",
          List.of(
              "ap-northeast-1",
              "ap-northeast-2",
              "ap-northeast-3",
              "ap-south-1",
              "ap-south-2",
              "ap-southeast-1",
              "ap-southeast-2",
              "ap-southeast-3",
              "ap-southeast-4"),
          "jp",
          List.of("ap-northeast-1", "ap-northeast-3"),
          "au",
          List.of("ap-southeast-2", "ap-southeast-4"),
          "us-gov",
          List.of("us-gov-east-1", "us-gov-west-1"),
          // A global profile asks for the model's ARN without a Region.
          "global",
          List.of(""));

  private static final Pattern PROFILE =
      Pattern.compile("(?<geography>[a-z-]+)\\.(?<model>[a-z0-9]+\\.[\\w.:-]+)");

  private static final Pattern MODEL = Pattern.compile("[a-z0-9]+\\.[\\w.:-]+");

  private static final Pattern CHEAP =
      Pattern.compile("\\.claude-(v|instant|3-(5-|haiku|sonnet|opus))");

  public BedrockModel {
    if (!MODEL.matcher(id).matches() && !PROFILE.matcher(id).matches()) {
      throw new IllegalArgumentException("Not the id of a model or an inference profile: " + id);
    }
    if (id.contains(".anthropic.") && profile(id).isEmpty()) {
      throw new IllegalArgumentException(
          "Not a known geography of inference profiles: %s; known are %s"
              .formatted(id, ROUTES.keySet().stream().sorted().toList()));
    }
  }

  /**
   * Everything that {@code bedrock:InvokeModel} must be allowed on: a profile, and its model in the
   * Region that is called and in each that it routes to.
   *
   * @param partition such as {@code aws}
   * @param region that the worker calls
   * @param account of the worker
   */
  public List<String> arns(String partition, String region, String account) {
    String bedrock = "arn:" + partition + ":bedrock:";
    return profile(id)
        .map(
            profile ->
                Stream.concat(
                        Stream.of(bedrock + region + ":" + account + ":inference-profile/" + id),
                        profile
                            .regionsFrom(region)
                            .map(to -> bedrock + to + "::foundation-model/" + profile.model()))
                    .toList())
        .orElseGet(() -> List.of(bedrock + region + "::foundation-model/" + id));
  }

  /**
   * What an output token costs in quota tokens: five since Claude 3.7, one before.
   *
   * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html">
   *     Token burndown</a>
   */
  public int burndown() {
    return id.contains("anthropic.") && !CHEAP.matcher(id).find() ? 5 : 1;
  }

  private static Optional<Profile> profile(String id) {
    Matcher parts = PROFILE.matcher(id);
    return parts.matches() && ROUTES.containsKey(parts.group("geography"))
        ? Optional.of(new Profile(parts.group("geography"), parts.group("model")))
        : Optional.empty();
  }

  private record Profile(String geography, String model) {

    Stream<String> regionsFrom(String source) {
      return Stream.concat(Stream.of(source), ROUTES.getOrDefault(geography, List.of()).stream())
          .distinct();
    }
  }
}
