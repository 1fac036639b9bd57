package navigator.infra;

import navigator.contracts.environment.StackOutput;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.EventBus;
import software.constructs.Construct;

/** Learning Navigator, in the order in which a request passes through it. */
final class NavigatorStack extends Stack {

  public NavigatorStack(Construct scope, StackSettings settings) {
    super(scope, settings.stage().stackName(), props());
    Users users = new Users(this, settings);
    ChatTable table = new ChatTable(this, settings.stage());
    ChatQueues queues = new ChatQueues(this, settings);
    EventBus bus =
        EventBus.Builder.create(this, "OutcomeBus").eventBusName("learning-navigator").build();

    Submission submission = new Submission(this, table, queues, settings);
    new Inference(this, table, queues, bus, settings);
    new Fallback(this, table, queues, bus, settings);
    Outcomes outcomes = new Outcomes(this, bus, table, settings);
    new Overdue(this, table, settings);
    new Replaying(this, table, queues, settings);
    Reading reading = new Reading(this, table, settings);
    Cancelling cancelling = new Cancelling(this, table, settings);
    Deletion deletion = new Deletion(this, table, settings);
    Operating operating = new Operating(this, table, queues, outcomes, settings);
    ChatApi api =
        new ChatApi(
            this, users, submission, cancelling, deletion, reading, operating.alias(), settings);

    OperatorPolicy operators = new OperatorPolicy(this, table, queues, outcomes, bus);

    Observed observed = Observed.in(this, FailureQueue.of(queues, outcomes), api.api());
    new Alarms(this, observed, settings);
    new Board(this, observed);

    output(StackOutput.API_URL, api.url());
    output(StackOutput.USER_POOL_ID, users.pool().getUserPoolId());
    output(StackOutput.USER_POOL_CLIENT_ID, users.client().getUserPoolClientId());
    output(StackOutput.TABLE_NAME, table.name());
    output(StackOutput.EVENT_BUS_NAME, bus.getEventBusName());
    output(StackOutput.REQUEST_QUEUE_URL, queues.requests().getQueueUrl());
    output(StackOutput.DEAD_LETTER_QUEUE_URL, queues.deadLetters().getQueueUrl());
    output(StackOutput.DEAD_LETTERS_FAILED_QUEUE_URL, queues.deadLettersFailed().getQueueUrl());
    output(StackOutput.OUTCOME_EVENTS_FAILED_QUEUE_URL, outcomes.undelivered().getQueueUrl());
    output(StackOutput.OUTCOME_INVOKES_FAILED_QUEUE_URL, outcomes.unprocessed().getQueueUrl());
    output(StackOutput.OPERATOR_POLICY_ARN, operators.arn());
  }

  private static StackProps props() {
    return StackProps.builder()
        .description("An asynchronous chat pipeline on Amazon Bedrock")
        .analyticsReporting(false)
        // The toolkit checks the bootstrap version itself, before it deploys.
        .synthesizer(
            DefaultStackSynthesizer.Builder.create().generateBootstrapVersionRule(false).build())
        .build();
  }

  private void output(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build();
  }
}
