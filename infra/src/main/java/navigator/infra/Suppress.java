package navigator.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** The findings of cdk-nag that are intended, each on its one resource and with its reason. */
final class Suppress {

  private Suppress() {}

  static void finding(IConstruct resource, String rule, String reason) {
    NagSuppressions.addResourceSuppressions(
        resource, List.of(NagPackSuppression.builder().id(rule).reason(reason).build()));
  }
}
