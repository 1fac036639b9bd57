package navigator.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** The findings of cdk-nag that are intended, each on its one resource and with its reason. */
final class Suppress {

  private Suppress() {}

  static void finding(IConstruct resource, String rule, String reason) {
    suppress(resource, NagPackSuppression.builder().id(rule).reason(reason).build());
  }

  /** One of several findings of a rule: that about {@code arn}, as cdk-nag writes it. */
  static void findingAbout(String arn, IConstruct resource, String rule, String reason) {
    List<String> about = List.of("Resource::" + arn);
    suppress(
        resource, NagPackSuppression.builder().id(rule).appliesTo(about).reason(reason).build());
  }

  private static void suppress(IConstruct resource, NagPackSuppression suppression) {
    NagSuppressions.addResourceSuppressions(resource, List.of(suppression));
  }
}
