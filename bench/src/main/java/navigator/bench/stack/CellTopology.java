package navigator.bench.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import navigator.bench.load.Pace;
import navigator.contracts.environment.Variable;
import navigator.local.topology.AsyncInvokes;
import navigator.local.topology.DynamoTable;
import navigator.local.topology.ExecutionRole;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.PolicyStatement;
import navigator.local.topology.QueueMapping;
import navigator.local.topology.SqsQueue;
import navigator.local.topology.Topology;

/**
 * Multiplies the part of the deployed stack that answers requests: the request queue with its dead
 * letters, the worker on it, and the table. All that a cell does not change is the template's.
 *
 * @param stack as the template describes it
 * @param archive of the function: the worker's own, with more classes in it
 * @param pace by which the worker's times are shortened
 */
record CellTopology(Topology stack, Path archive, Pace pace) {

  private static final String HANDLER = "navigator.inference.lambda.InferenceHandler";
  private static final List<String> TIMES =
      List.of(
          Variable.MODEL_CALL_TIMEOUT,
          Variable.MODEL_CALL_BUDGET,
          Variable.MAX_IN_PROCESS_WAIT,
          Variable.CLAIM_LEASE,
          Variable.VISIBILITY_TIMEOUT);

  /** The worker of the template. */
  static LambdaFunction worker(Topology stack) {
    return stack.functions().stream()
        .filter(function -> function.handler().startsWith(HANDLER))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the template has no inference worker"));
  }

  /** The topology of all cells together. */
  Topology of(List<Cell> cells) {
    List<LambdaFunction> functions = new ArrayList<>();
    List<QueueMapping> mappings = new ArrayList<>();
    List<SqsQueue> queues = new ArrayList<>();
    List<DynamoTable> tables = new ArrayList<>();
    for (Cell cell : cells) {
      Places places = places(cell);
      tables.add(places.table());
      queues.add(places.deadLetters());
      queues.add(places.requests());
      for (int i = 0; i < cell.fleets().size(); i++) {
        LambdaFunction function = function(cell, i, places);
        functions.add(function);
        mappings.add(mapping(function, cell.fleets().get(i), places.requests()));
      }
    }
    return new Topology(
        stack.stack(),
        stack.region(),
        stack.account(),
        functions,
        mappings,
        queues,
        tables,
        stack.buses(),
        List.of(),
        List.of(),
        stack.api(),
        stack.userPool(),
        stack.managedPolicies(),
        stack.outputs());
  }

  /** Where a cell keeps things. */
  record Places(SqsQueue requests, SqsQueue deadLetters, DynamoTable table) {}

  Places places(Cell cell) {
    LambdaFunction worker = worker(stack);
    SqsQueue requests = queueOf(worker);
    String deadLettersArn = requests.redrive().orElseThrow().deadLetterQueueArn();
    SqsQueue deadLetters = renamed(stack.queue(deadLettersArn), cell, Optional.empty());
    SqsQueue.RedrivePolicy redrive =
        new SqsQueue.RedrivePolicy(deadLetters.arn(), cell.maxReceives());
    return new Places(
        renamed(requests, cell, Optional.of(redrive)), deadLetters, table(worker, cell));
  }

  private SqsQueue queueOf(LambdaFunction worker) {
    return stack.mappings().stream()
        .filter(mapping -> mapping.functionArn().startsWith(worker.arn()))
        .map(mapping -> stack.queue(mapping.queueArn()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the worker has no queue"));
  }

  private SqsQueue renamed(SqsQueue queue, Cell cell, Optional<SqsQueue.RedrivePolicy> redrive) {
    String name = queue.name().replace(".fifo", "-" + cell.name() + ".fifo");
    return new SqsQueue(
        name,
        withName(queue.arn(), queue.name(), name),
        withName(queue.url(), queue.name(), name),
        queue.fifo(),
        queue.highThroughput(),
        queue.contentBasedDeduplication(),
        pace.wholeSeconds(queue.visibilityTimeout()),
        queue.retention(),
        redrive);
  }

  private DynamoTable table(LambdaFunction worker, Cell cell) {
    String original = worker.environment().getOrDefault(Variable.TABLE_NAME, "");
    DynamoTable table =
        stack.tables().stream().filter(t -> t.name().equals(original)).findFirst().orElseThrow();
    String name = original + "-" + cell.name();
    return new DynamoTable(
        name,
        withName(table.arn(), original, name),
        table.partitionKey(),
        table.sortKey(),
        table.indexes(),
        table.timeToLive());
  }

  private LambdaFunction function(Cell cell, int fleet, Places places) {
    LambdaFunction worker = worker(stack);
    String name = worker.name() + "-" + cell.name() + "-" + fleet;
    return new LambdaFunction(
        name,
        withName(worker.arn(), worker.name(), name),
        cell.handler(),
        archive,
        worker.memoryMegabytes(),
        pace.of(worker.timeout()),
        environment(worker, cell, places),
        role(worker, name),
        OptionalInt.of(cell.fleets().get(fleet).environments()),
        worker.snapStart(),
        AsyncInvokes.DEFAULT);
  }

  // What a role may do is not what is measured here.
  private static ExecutionRole role(LambdaFunction worker, String name) {
    return new ExecutionRole(
        name,
        withName(worker.role().arn(), worker.role().name(), name),
        List.of(new PolicyStatement(List.of("*"), List.of("*"))));
  }

  private Map<String, String> environment(LambdaFunction worker, Cell cell, Places places) {
    Map<String, String> variables = new HashMap<>(worker.environment());
    for (String time : TIMES) {
      variables.computeIfPresent(
          time, (_, duration) -> pace.of(Duration.parse(duration)).toString());
    }
    variables.put(Variable.VISIBILITY_TIMEOUT, places.requests().visibilityTimeout().toString());
    variables.put(Variable.TABLE_NAME, places.table().name());
    variables.put(Variable.REQUEST_QUEUE_URL, places.requests().url());
    variables.put(Variable.DEAD_LETTER_QUEUE_URL, places.deadLetters().url());
    variables.put(Variable.MODEL_ID, cell.model());
    variables.putAll(cell.environment());
    return variables;
  }

  private static QueueMapping mapping(LambdaFunction function, Fleet fleet, SqsQueue requests) {
    return new QueueMapping(
        function.arn(),
        requests.arn(),
        fleet.batch(),
        Duration.ZERO,
        OptionalInt.of(fleet.environments()),
        true);
  }

  private static String withName(String text, String name, String other) {
    return text.substring(0, text.length() - name.length()) + other;
  }
}
