package navigator.infra;

import java.util.List;
import java.util.Map;

/**
 * The CDK's behaviours since its first release that this stack asks for. They stand here and not in
 * {@code cdk.json}, so that the stack is the same however the app is started.
 */
final class FeatureFlags {

  static final Map<String, Object> ALL =
      Map.of(
          "@aws-cdk/core:target-partitions", List.of("aws"),
          "@aws-cdk/core:checkSecretUsage", true,
          "@aws-cdk/core:aspectPrioritiesMutating", true,
          "@aws-cdk/aws-lambda:recognizeLayerVersion", true,
          "@aws-cdk/aws-lambda:useCdkManagedLogGroup", true,
          "@aws-cdk/aws-events:eventsTargetQueueSameAccount", true,
          "@aws-cdk/aws-events:requireEventBusPolicySid", true,
          "@aws-cdk/aws-dynamodb:resourcePolicyPerReplica", true);

  private FeatureFlags() {}
}
