package navigator.infra;

import java.util.List;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** Statements that allow named actions on named resources. */
final class Allow {

  private Allow() {}

  static PolicyStatement on(String resourceArn, String... actions) {
    return on(List.of(resourceArn), actions);
  }

  static PolicyStatement on(List<String> resourceArns, String... actions) {
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .actions(List.of(actions))
        .resources(resourceArns)
        .build();
  }
}
