package navigator.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The topic of the alarms, with one subscriber, who has to confirm by a link in a first e-mail. */
final class AlarmTopic extends Construct {

  private final Topic topic;

  AlarmTopic(Construct scope, String email) {
    super(scope, "Topic");
    topic =
        Topic.Builder.create(this, "Alarms")
            .topicName("learning-navigator-alarms")
            .enforceSsl(true)
            .build();
    topic.addSubscription(new EmailSubscription(email));
    // A topic with a policy of its own has lost the one that lets the account's alarms publish.
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
            .build());
  }

  IAlarmAction action() {
    return new SnsAction(topic);
  }
}
