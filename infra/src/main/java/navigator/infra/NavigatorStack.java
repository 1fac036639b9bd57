package navigator.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.EventBus;
import software.constructs.Construct;

/** Learning Navigator, in the order in which a request passes through it. */
public final class NavigatorStack extends Stack {

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
    ChatApi api = new ChatApi(this, users, submission, cancelling, deletion, reading, settings);

    Observed observed = Observed.in(this, FailureQueue.of(queues, outcomes), api.api());
    new Alarms(this, observed, settings);
    new Board(this, observed);

    output("ApiUrl", api.url());
    output("UserPoolId", users.pool().getUserPoolId());
    output("UserPoolClientId", users.client().getUserPoolClientId());
    output("TableName", table.name());
    output("RequestQueueUrl", queues.requests().getQueueUrl());
    output("DeadLetterQueueUrl", queues.deadLetters().getQueueUrl());
    output("DeadLettersFailedQueueUrl", queues.deadLettersFailed().getQueueUrl());
    output("OutcomeEventsFailedQueueUrl", outcomes.undelivered().getQueueUrl());
    output("OutcomeInvokesFailedQueueUrl", outcomes.unprocessed().getQueueUrl());
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
