package navigator.local.iam;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.local.topology.EventRule;
import navigator.local.topology.PolicyStatement;
import navigator.local.topology.Topology;

/** The policies of those who are no role of the stack. */
final class StandingPolicies {

  private static final List<String> READS =
      List.of(
          "dynamodb:BatchGetItem",
          "dynamodb:Describe*",
          "dynamodb:GetItem",
          "dynamodb:ListTables",
          "dynamodb:Query",
          "dynamodb:Scan",
          "sqs:GetQueueAttributes",
          "sqs:GetQueueUrl",
          "sqs:ListQueues",
          "sqs:ReceiveMessage");

  private StandingPolicies() {}

  static List<PolicyStatement> operator(Topology topology) {
    return Stream.concat(
            Stream.of(new PolicyStatement(READS, List.of("*"))),
            topology.managedPolicies().stream().flatMap(policy -> policy.statements().stream()))
        .toList();
  }

  static List<PolicyStatement> everything() {
    return List.of(new PolicyStatement(List.of("*"), List.of("*")));
  }

  static List<PolicyStatement> events(Topology topology) {
    var queues =
        topology.rules().stream()
            .flatMap(rule -> rule.targets().stream())
            .map(EventRule.Target::deadLetterQueueArn)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return List.of(new PolicyStatement(List.of("sqs:SendMessage"), queues));
  }
}
