package navigator.local.template;

import static navigator.local.template.SmallTemplate.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStackTest {

  @TempDir Path folder;

  @Test
  void aResourceTypeOnNoListIsNamed() {
    assertThat(reasons(t -> t.withObject("/Resources/Stream").put("Type", "AWS::Kinesis::Stream")))
        .containsExactly("Stream: resources of type AWS::Kinesis::Stream are not emulated");
  }

  @Test
  void anUnknownPropertyIsNamedWithItsResource() {
    assertThat(reasons(t -> properties(t, "Work").put("DelaySeconds", 5)))
        .containsExactly("Work (AWS::SQS::Queue): the property DelaySeconds is not emulated");
  }

  @Test
  void anUnknownPropertyInsideAnObjectIsNamedWithItsPath() {
    assertThat(
            reasons(
                t -> properties(t, "Rule").withObject("/Targets/0/RetryPolicy").put("Patience", 5)))
        .containsExactly(
            "Rule (AWS::Events::Rule): the property Targets[0].RetryPolicy.Patience is not"
                + " emulated");
  }

  @Test
  void allOffendersAreNamedAtOnce() {
    var reasons =
        reasons(
            t -> {
              properties(t, "Work").put("DelaySeconds", 5);
              properties(t, "Rule").put("State", "DISABLED");
              properties(t, "Worker").put("Runtime", "python3.14");
            });
    assertThat(reasons)
        .containsExactlyInAnyOrder(
            "Work (AWS::SQS::Queue): the property DelaySeconds is not emulated",
            "Rule (AWS::Events::Rule): State is DISABLED, and only ENABLED is emulated",
            "Worker (AWS::Lambda::Function): Runtime is python3.14, and only java25 is emulated");
  }

  @Test
  void anAttributeWithoutAResourceIsNamed() {
    assertThat(reasons(t -> properties(t, "Work").putObject("QueueName").put("Fn::GetAtt", "Work")))
        .contains("Work (AWS::SQS::Queue): Fn::GetAtt wants a resource and an attribute");
  }

  @Test
  void aResourceNamedByItselfIsNamed() {
    assertThat(reasons(t -> properties(t, "Work").putObject("QueueName").put("Ref", "Work")))
        .contains("Work (AWS::SQS::Queue): Work is named by itself");
  }

  @Test
  void aDenyingStatementIsRefused() {
    assertThat(reasons(t -> statement(t).put("Effect", "Deny")))
        .containsExactly(
            "Policy (AWS::IAM::Policy): PolicyDocument.Statement[0].Effect is Deny, and only Allow"
                + " is emulated");
  }

  @Test
  void aConditionIsRefused() {
    assertThat(reasons(t -> statement(t).withObject("/Condition").put("Bool", true)))
        .containsExactly(
            "Policy (AWS::IAM::Policy): the property PolicyDocument.Statement[0].Condition is not"
                + " emulated");
  }

  @Test
  void aTransformedInputIsRefused() {
    assertThat(
            reasons(
                t -> properties(t, "Rule").withObject("/Targets/0").put("InputPath", "$.detail")))
        .containsExactly(
            "Rule (AWS::Events::Rule): the property Targets[0].InputPath is not emulated");
  }

  @Test
  void anIntegrationOfAnotherKindIsRefused() {
    assertThat(reasons(t -> properties(t, "Integration").put("IntegrationType", "HTTP_PROXY")))
        .containsExactly(
            "Integration (AWS::ApiGatewayV2::Integration): IntegrationType is HTTP_PROXY, and only"
                + " AWS_PROXY is emulated");
  }

  @Test
  void aScheduleThatIsNoRateIsRefused() {
    assertThat(
            reasons(t -> properties(t, "Minute").put("ScheduleExpression", "cron(0 12 * * ? *)")))
        .containsExactly(
            "Minute (AWS::Events::Rule): the schedule cron(0 12 * * ? *) is no rate of minutes,"
                + " hours or days");
  }

  @Test
  void aRateThatNobodyLivesToSeeIsRefused() {
    for (String rate : List.of("rate(99999999999999999999 days)", "rate(0 minutes)")) {
      assertThat(reasons(t -> properties(t, "Minute").put("ScheduleExpression", rate)))
          .containsExactly(
              "Minute (AWS::Events::Rule): the schedule "
                  + rate
                  + " is no rate of minutes, hours or days");
    }
  }

  @Test
  void anAssetThatNoFileCanBeIsRefused() {
    assertThat(reasons(t -> properties(t, "Worker").withObject("/Code").put("S3Key", "\0")))
        .containsExactly("Worker (AWS::Lambda::Function): the assembly has no asset \0");
  }

  @Test
  void aRuleThatMayNotInvokeItsTargetIsRefused() {
    assertThat(reasons(t -> t.withObject("/Resources").remove("RulePermission")))
        .containsExactly(
            "arn:aws:events:us-west-2:000000000000:rule/outcomes/answered: nothing allows it to"
                + " invoke arn:aws:lambda:us-west-2:000000000000:function:worker:live");
  }

  @Test
  void aRuleThatMayNotSendToItsDeadLetterQueueIsRefused() {
    assertThat(reasons(t -> t.withObject("/Resources").remove("FailedPolicy")))
        .containsExactly(
            "arn:aws:events:us-west-2:000000000000:rule/outcomes/answered: nothing allows it to"
                + " send to arn:aws:sqs:us-west-2:000000000000:failed");
  }

  @Test
  void aRouteThatMayNotInvokeItsFunctionIsRefused() {
    assertThat(reasons(t -> t.withObject("/Resources").remove("RoutePermission")))
        .singleElement()
        .asString()
        .endsWith(
            "/$default/POST/chat: nothing allows it to invoke"
                + " arn:aws:lambda:us-west-2:000000000000:function:worker:live");
  }

  @Test
  void anUnknownFunctionOfTheTemplateLanguageIsRefused() {
    assertThat(
            reasons(
                t ->
                    properties(t, "Work")
                        .putObject("QueueName")
                        .putArray("Fn::FindInMap")
                        .add("Names")))
        .contains("Work (AWS::SQS::Queue): the function Fn::FindInMap is not resolved here");
  }

  @Test
  void anAttributeOfAResourceThatIsNotKnownIsRefused() {
    assertThat(
            reasons(
                t ->
                    properties(t, "Worker")
                        .withObject("/Environment/Variables/STREAM")
                        .putArray("Fn::GetAtt")
                        .add("Table")
                        .add("StreamArn")))
        .contains(
            "Worker (AWS::Lambda::Function): Fn::GetAtt StreamArn of Table"
                + " (AWS::DynamoDB::GlobalTable) is not known here");
  }

  @Test
  void aConditionalResourceIsRefused() {
    assertThat(reasons(t -> t.withObject("/Resources/Bus").put("Condition", "IsProduction")))
        .containsExactly("Bus (AWS::Events::EventBus): the attribute Condition is not emulated");
  }

  @Test
  void aParameterOfTheStackIsRefused() {
    assertThat(reasons(t -> t.withObject("/Parameters").putObject("Stage")))
        .containsExactly("Stage: the template's section Parameters is not emulated");
  }

  @Test
  void theMessageIsAListOfSentences() {
    var refused = refused(t -> properties(t, "Work").put("DelaySeconds", 5));
    assertThat(refused)
        .hasMessage(
            "The stack cannot be run on this machine:\n"
                + "  - Work (AWS::SQS::Queue): the property DelaySeconds is not emulated");
  }

  private static ObjectNode statement(ObjectNode template) {
    return (ObjectNode)
        properties(template, "Policy").path("PolicyDocument").path("Statement").path(0);
  }

  private List<String> reasons(Consumer<ObjectNode> change) {
    return refused(change).reasons();
  }

  private RefusedStackException refused(Consumer<ObjectNode> change) {
    var refused =
        catchThrowableOfType(
            RefusedStackException.class, () -> new SmallTemplate(folder).read(change));
    if (refused == null) {
      throw new AssertionError("The stack was not refused");
    }
    return refused;
  }
}
