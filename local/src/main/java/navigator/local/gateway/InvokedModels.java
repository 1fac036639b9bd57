package navigator.local.gateway;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ARNs that a model id stands for: a foundation model's own, or an inference profile's and, in
 * every Region that the profile may route to, its model's.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html">Prerequisites
 *     for inference profiles</a>
 */
final class InvokedModels {

  private static final Pattern PROFILE =
      Pattern.compile(
          "(?:arn:aws:bedrock:.*:inference-profile/)?(us|us-gov|eu|apac|au|jp|global)\\.(.+)");

  private final ResourceNames names;

  InvokedModels(ResourceNames names) {
    this.names = names;
  }

  List<String> arns(String modelId) {
    var profile = PROFILE.matcher(modelId);
    if (!profile.matches()) {
      return List.of(foundationModel(modelId));
    }
    var models =
        regions(profile.group(1))
            .map(region -> ResourceNames.foundationModel(region, profile.group(2)));
    return Stream.concat(Stream.of(names.inferenceProfile(modelId)), models).toList();
  }

  private String foundationModel(String idOrArn) {
    return idOrArn.startsWith("arn:")
        ? idOrArn
        : ResourceNames.foundationModel(names.region(), idOrArn);
  }

  /** A global profile also takes the model's ARN without a Region. */
  private Stream<String> regions(String geography) {
    return switch (geography) {
      case "us" -> Stream.of("us-east-1", "us-east-2", "us-west-1", "us-west-2");
      case "global" -> Stream.of(names.region(), "");
      default -> Stream.of(names.region());
    };
  }
}
