package navigator.infra;

import java.util.List;
import navigator.contracts.table.Attribute;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * What an operator's commands need, to be attached to whoever operates the stack. It reaches what
 * people wrote: it is for those who may read that.
 */
final class OperatorPolicy extends Construct {

  private final ManagedPolicy policy;

  OperatorPolicy(
      Construct scope, ChatTable table, ChatQueues queues, Outcomes outcomes, EventBus bus) {
    super(scope, "Operators");
    policy =
        ManagedPolicy.Builder.create(this, "Policy")
            .description("To see, discard, restore, replay and redrive what failed")
            .statements(statements(table, queues, outcomes, bus))
            .build();
  }

  String arn() {
    return policy.getManagedPolicyArn();
  }

  private static List<PolicyStatement> statements(
      ChatTable table, ChatQueues queues, Outcomes outcomes, EventBus bus) {
    String failed = queues.deadLettersFailed().getQueueArn();
    List<String> events =
        List.of(outcomes.undelivered().getQueueArn(), outcomes.unprocessed().getQueueArn());
    return List.of(
        Allow.on(Aws.STACK_ID, "cloudformation:DescribeStacks"),
        Allow.on(
            List.of(table.indexArn(Attribute.PENDING_INDEX), table.indexArn(Attribute.USER_INDEX)),
            "dynamodb:Query"),
        Allow.on(
            table.arn(),
            "dynamodb:BatchGetItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        Allow.on(
            List.of(queues.requests().getQueueArn(), queues.deadLetters().getQueueArn()),
            "sqs:GetQueueAttributes",
            "sqs:SendMessage"),
        Allow.on(
            failed,
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:ListMessageMoveTasks",
            "sqs:ReceiveMessage",
            "sqs:StartMessageMoveTask"),
        Allow.on(events, "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
        Allow.on(bus.getEventBusArn(), "events:PutEvents"));
  }
}
