package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PoliciesTest {

  private static final SynthesizedTemplate STACK =
      SynthesizedStack.of(StackSettings.defaults()).template();

  @Test
  void everyRoleIsAllowedWhatItsFunctionDoesAndNoMore() {
    Map<String, Set<String>> allowed = new TreeMap<>();
    STACK.properties("AWS::IAM::Role").forEach(role -> allowed.put(function(role), actions(role)));

    assertThat(allowed)
        .isEqualTo(
            Map.ofEntries(
                Map.entry(
                    "learning-navigator-submit",
                    Set.of(
                        "dynamodb:BatchGetItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem",
                        "sqs:GetQueueAttributes",
                        "sqs:SendMessage")),
                Map.entry(
                    "learning-navigator-inference",
                    Set.of(
                        "bedrock:InvokeModel",
                        "dynamodb:BatchGetItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                        "events:PutEvents",
                        "sqs:ChangeMessageVisibility",
                        "sqs:DeleteMessage",
                        "sqs:GetQueueAttributes",
                        "sqs:ReceiveMessage",
                        "sqs:SendMessage")),
                Map.entry(
                    "learning-navigator-dead-letter",
                    Set.of(
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                        "events:PutEvents",
                        "sqs:DeleteMessage",
                        "sqs:GetQueueAttributes",
                        "sqs:ReceiveMessage")),
                Map.entry(
                    "learning-navigator-outcome",
                    Set.of(
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem",
                        "sqs:SendMessage")),
                Map.entry(
                    "learning-navigator-overdue",
                    Set.of(
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem")),
                Map.entry(
                    "learning-navigator-ops",
                    Set.of(
                        "dynamodb:BatchGetItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                        "sqs:GetQueueAttributes")),
                Map.entry(
                    "learning-navigator-replay",
                    Set.of(
                        "dynamodb:BatchGetItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                        "sqs:SendMessage")),
                Map.entry(
                    "learning-navigator-cancel", Set.of("dynamodb:GetItem", "dynamodb:UpdateItem")),
                Map.entry(
                    "learning-navigator-delete-conversation",
                    Set.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem")),
                Map.entry("learning-navigator-status", Set.of("dynamodb:GetItem")),
                Map.entry("learning-navigator-outcome-wait", Set.of("dynamodb:GetItem")),
                Map.entry("learning-navigator-requests", Set.of("dynamodb:Query")),
                Map.entry(
                    "learning-navigator-conversations",
                    Set.of("dynamodb:GetItem", "dynamodb:Query"))));
  }

  @Test
  void nothingIsAllowedByAWildcard() {
    // Denials may: each queue denies everything that does not come over TLS. And CloudFormation
    // takes a call by the stack's name for one about any id behind it.
    assertThat(allowing().filter(PoliciesTest::isOfOtherThanTheStack).map(JsonNode::toString))
        .noneMatch(text -> text.contains("*"));
  }

  @Test
  void everyDenialIsOfPlainText() {
    assertThat(statements().filter(statement -> !isAllow(statement)))
        .hasSize(5)
        .allSatisfy(
            statement ->
                assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                    .isEqualTo("false"));
  }

  @Test
  void noRoleHasManagedPolicies() {
    assertThat(STACK.properties("AWS::IAM::Role")).noneMatch(role -> role.has("ManagedPolicyArns"));
    assertThat(STACK.resources("AWS::IAM::Policy")).isEmpty();
  }

  @Test
  void operatorsAreAllowedWhatTheirCommandsDoAndNoMore() {
    JsonNode policy = STACK.properties("AWS::IAM::ManagedPolicy").findFirst().orElseThrow();
    Map<String, Set<String>> allowed = new TreeMap<>();
    elements(policy.at("/PolicyDocument/Statement"))
        .forEach(
            statement ->
                elements(
                        statement.get("Resource").isArray()
                            ? statement.get("Resource")
                            : JsonNodeFactory.instance.arrayNode().add(statement.get("Resource")))
                    .forEach(
                        resource ->
                            allowed
                                .computeIfAbsent(named(resource), _ -> new TreeSet<>())
                                .addAll(texts(statement.get("Action")).toList())));
    assertThat(allowed)
        .isEqualTo(
            Map.of(
                "the stack",
                Set.of("cloudformation:DescribeStacks"),
                "ChatTable",
                Set.of(
                    "dynamodb:BatchGetItem",
                    "dynamodb:GetItem",
                    "dynamodb:PutItem",
                    "dynamodb:Query",
                    "dynamodb:UpdateItem"),
                "ChatTable/index/GSI1PK-GSI1SK-index",
                Set.of("dynamodb:Query"),
                "ChatTable/index/GSI2PK-GSI2SK-index",
                Set.of("dynamodb:Query"),
                "ChatQueuesRequests",
                Set.of("sqs:GetQueueAttributes", "sqs:SendMessage"),
                "ChatQueuesDeadLetters",
                Set.of("sqs:GetQueueAttributes", "sqs:SendMessage"),
                "ChatQueuesDeadLettersFailed",
                Set.of(
                    "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes",
                    "sqs:ListMessageMoveTasks",
                    "sqs:ReceiveMessage",
                    "sqs:StartMessageMoveTask"),
                "OutcomesEventsFailed",
                Set.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                "OutcomesInvokesFailed",
                Set.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                "OutcomeBus",
                Set.of("events:PutEvents")));
  }

  @Test
  void theOperatorsPolicyIsAttachedToNobody() {
    assertThat(STACK.properties("AWS::IAM::ManagedPolicy"))
        .singleElement()
        .satisfies(
            policy -> {
              assertThat(policy.has("Roles")).isFalse();
              assertThat(policy.has("Users")).isFalse();
              assertThat(policy.has("Groups")).isFalse();
            });
  }

  private static boolean isOfOtherThanTheStack(JsonNode statement) {
    return !statement.path("Action").asText().equals("cloudformation:DescribeStacks");
  }

  /** The logical id without its hash, or a part of what is joined with it. */
  private static String named(JsonNode resource) {
    if (resource.findValuesAsText("Ref").contains("AWS::StackName")) {
      return "the stack";
    }
    JsonNode joined = resource.at("/Fn::Join/1");
    JsonNode arn = joined.isMissingNode() ? resource : joined.get(0);
    String id = arn.at("/Fn::GetAtt/0").asText().replaceFirst("[0-9A-F]{8}$", "");
    return joined.isMissingNode() ? id : id + joined.get(1).asText();
  }

  @Test
  void noFunctionIsLetToWriteAnothersLog() {
    STACK
        .properties("AWS::IAM::Role")
        .forEach(
            role -> {
              JsonNode log =
                  allowed(role)
                      .filter(statement -> statement.toString().contains("logs:PutLogEvents"))
                      .findFirst()
                      .orElseThrow();
              JsonNode group = STACK.properties(log.at("/Resource/Fn::GetAtt/0"));
              assertThat(group.get("LogGroupName").asText())
                  .isEqualTo("/aws/lambda/" + function(role));
            });
  }

  @Test
  void theWorkerMayCallItsProfileAndTheModelBehindItAndNoOther() {
    assertThat(allowing().filter(statement -> statement.toString().contains("bedrock:InvokeModel")))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(elements(statement.get("Resource")).map(JsonNode::toString))
                    .hasSize(6)
                    .allMatch(
                        arn ->
                            arn.contains(":inference-profile/us.anthropic.claude-sonnet-4-6\"")
                                || arn.contains("::foundation-model/anthropic.claude-sonnet-4-6")));
  }

  @Test
  void aGuardrailIsAllowedWithTheModel() {
    StackSettings usual = StackSettings.defaults();
    StackSettings guarded =
        usual.answering(usual.answering().guardedBy(new Answering.Guardrail("gr0a1b2c", "3")));

    SynthesizedTemplate template = SynthesizedStack.of(guarded).template();

    assertThat(template.json().toString())
        .contains("bedrock:ApplyGuardrail", ":guardrail/gr0a1b2c");
    assertThat(template.environment("learning-navigator-inference"))
        .containsEntry("GUARDRAIL_ID", "gr0a1b2c")
        .containsEntry("GUARDRAIL_VERSION", "3");
  }

  private static String function(JsonNode role) {
    return role.get("Description").asText().replaceAll("What | may do", "");
  }

  private static Set<String> actions(JsonNode role) {
    Set<String> actions = new TreeSet<>();
    allowed(role)
        .flatMap(statement -> texts(statement.get("Action")))
        .filter(action -> !action.startsWith("logs:"))
        .forEach(actions::add);
    return actions;
  }

  private static Stream<JsonNode> allowed(JsonNode role) {
    return elements(role.at("/Policies/0/PolicyDocument/Statement"));
  }

  private static Stream<JsonNode> allowing() {
    return statements().filter(PoliciesTest::isAllow);
  }

  private static Stream<JsonNode> statements() {
    return STACK.json().findValues("Statement").stream().flatMap(PoliciesTest::elements);
  }

  private static boolean isAllow(JsonNode statement) {
    return statement.get("Effect").asText().equals("Allow");
  }

  private static Stream<String> texts(JsonNode textOrList) {
    return textOrList.isArray()
        ? elements(textOrList).map(JsonNode::asText)
        : Stream.of(textOrList.asText());
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
