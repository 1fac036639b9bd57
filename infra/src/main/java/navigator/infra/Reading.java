package navigator.infra;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import navigator.contracts.environment.Variable;
import navigator.contracts.table.Attribute;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/**
 * What clients read: the status of a request, its outcome as soon as there is one, their requests,
 * and conversations with their messages.
 */
final class Reading extends Construct {

  /** Of a client for an outcome; the API's own limit for an answer is 30 s. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** Beyond the longest wait: what the reads before and after it may take at worst. */
  private static final Duration AROUND_A_WAIT = Duration.ofSeconds(17);

  private final PipelineFunction status;
  private final PipelineFunction outcomeWait;
  private final PipelineFunction requests;
  private final PipelineFunction conversations;

  Reading(Construct scope, ChatTable table, StackSettings settings) {
    super(scope, "Reading");
    status =
        reader(
            "Status",
            spec(
                "status",
                "navigator.persistence.lambda.StatusHandler",
                table,
                settings.pace(),
                List.of(Allow.on(table.arn(), "dynamodb:GetItem"))),
            settings);
    outcomeWait = reader("OutcomeWait", waiting(table, settings), settings);
    requests =
        reader(
            "Requests",
            spec(
                "requests",
                "navigator.persistence.lambda.RequestsHandler",
                table,
                Map.of(),
                List.of(Allow.on(table.indexArn(Attribute.USER_INDEX), "dynamodb:Query"))),
            settings);
    conversations =
        reader(
            "Conversations",
            spec(
                "conversations",
                "navigator.persistence.lambda.ConversationsHandler",
                table,
                Map.of(),
                List.of(
                    Allow.on(table.arn(), "dynamodb:GetItem", "dynamodb:Query"),
                    Allow.on(table.indexArn(Attribute.USER_INDEX), "dynamodb:Query"))),
            settings);
  }

  Alias status() {
    return status.alias();
  }

  Alias outcomeWait() {
    return outcomeWait.alias();
  }

  Alias requests() {
    return requests.alias();
  }

  Alias conversations() {
    return conversations.alias();
  }

  private PipelineFunction reader(String id, FunctionSpec spec, StackSettings settings) {
    return new PipelineFunction(new Construct(this, id), spec, settings);
  }

  private static FunctionSpec spec(
      String name,
      String handler,
      ChatTable table,
      Map<String, String> more,
      List<PolicyStatement> allowed) {
    Map<String, String> environment = new TreeMap<>(more);
    environment.put(Variable.TABLE_NAME, table.name());
    return new FunctionSpec(
        name,
        Archive.PERSISTENCE,
        handler,
        FunctionSpec.INTERACTIVE_MEGABYTES,
        Duration.ofSeconds(15),
        environment,
        allowed);
  }

  /** Who waits occupies an environment: without a limit of their own, waiters starve the others. */
  private static FunctionSpec waiting(ChatTable table, StackSettings settings) {
    Capacity capacity = settings.capacity();
    SortedMap<String, String> environment = new TreeMap<>(settings.pace());
    Duration longest = capacity.reserved() ? LONGEST_WAIT : Duration.ZERO;
    environment.put(Variable.TABLE_NAME, table.name());
    environment.put(Variable.MAX_OUTCOME_WAIT, longest.toString());
    return new FunctionSpec(
        "outcome-wait",
        Archive.PERSISTENCE,
        "navigator.persistence.lambda.OutcomeWaitHandler",
        FunctionSpec.WAITING_MEGABYTES,
        LONGEST_WAIT.plus(AROUND_A_WAIT),
        environment,
        List.of(Allow.on(table.arn(), "dynamodb:GetItem")),
        capacity.reservation(capacity.waiters()));
  }
}
