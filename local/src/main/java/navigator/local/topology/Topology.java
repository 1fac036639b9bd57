package navigator.local.topology;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The resources of one synthesized stack with every intrinsic resolved: physical names, ARNs and
 * URLs are final, so that nobody after the template reader sees CloudFormation.
 *
 * @param stack the stack's name
 * @param region the Region that all ARNs name
 * @param account the twelve-digit account id that all ARNs name
 * @param managedPolicies for people, not for functions
 * @param outputs but the API's address, which is known once it is served
 */
public record Topology(
    String stack,
    String region,
    String account,
    List<LambdaFunction> functions,
    List<QueueMapping> mappings,
    List<SqsQueue> queues,
    List<DynamoTable> tables,
    List<EventBus> buses,
    List<EventRule> rules,
    List<Schedule> schedules,
    HttpApi api,
    UserPool userPool,
    List<ManagedPolicy> managedPolicies,
    Map<String, String> outputs) {

  public Topology {
    functions = List.copyOf(functions);
    mappings = List.copyOf(mappings);
    queues = List.copyOf(queues);
    tables = List.copyOf(tables);
    buses = List.copyOf(buses);
    rules = List.copyOf(rules);
    schedules = List.copyOf(schedules);
    managedPolicies = List.copyOf(managedPolicies);
    outputs = Map.copyOf(outputs);
  }

  /** The same with other values of variables, in the functions that have variables so named. */
  public Topology overriding(Map<String, String> variables) {
    return new Topology(
        stack,
        region,
        account,
        functions.stream().map(function -> function.overriding(variables)).toList(),
        mappings,
        queues,
        tables,
        buses,
        rules,
        schedules,
        api,
        userPool,
        managedPolicies,
        outputs);
  }

  /** The stack's own ARN, which CloudFormation calls its id. */
  public String stackId() {
    return stackId(region, account, stack);
  }

  /** The ARN of a stack of that name, the same in every run. */
  public static String stackId(String region, String account, String stack) {
    return "arn:aws:cloudformation:%s:%s:stack/%s/00000000-0000-4000-8000-000000000000"
        .formatted(region, account, stack);
  }

  /**
   * The function that an ARN names, with or without a version or alias behind it.
   *
   * @throws NoSuchElementException if the stack has no such function
   */
  public LambdaFunction function(String arn) {
    return findFunction(arn)
        .orElseThrow(() -> new NoSuchElementException("The stack has no function " + arn));
  }

  /** The function that an ARN names, with or without a version or alias behind it. */
  public Optional<LambdaFunction> findFunction(String arn) {
    return functions.stream()
        .filter(f -> arn.equals(f.arn()) || arn.startsWith(f.arn() + ":"))
        .findFirst();
  }

  /**
   * The queue that an ARN names.
   *
   * @throws NoSuchElementException if the stack has no such queue
   */
  public SqsQueue queue(String arn) {
    return queues.stream()
        .filter(q -> q.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("The stack has no queue " + arn));
  }
}
