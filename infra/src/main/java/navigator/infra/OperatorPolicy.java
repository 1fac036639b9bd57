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
    Suppress.findingAbout(
        "arn:<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>:stack/<AWS::StackName>/*",
        policy,
        "AwsSolutions-IAM5",
        "It is one stack: what follows its name is its id, which a call by name does not say.");
  }

  String arn() {
    return policy.getManagedPolicyArn();
  }

  // By its name too, which is all that an operator knows: then no id follows.
  private static String thisStack() {
    return "arn:%s:cloudformation:%s:%s:stack/%s/*"
        .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, Aws.STACK_NAME);
  }

  private static List<PolicyStatement> statements(
      ChatTable table, ChatQueues queues, Outcomes outcomes, EventBus bus) {
    String failed = queues.deadLettersFailed().getQueueArn();
    List<String> events =
        List.of(outcomes.undelivered().getQueueArn(), outcomes.unprocessed().getQueueArn());
    return List.of(
        Allow.on(thisStack(), "cloudformation:DescribeStacks"),
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
