package navigator.bench.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.bench.load.Pace;
import navigator.local.TimeScale;
import navigator.local.backend.Backends;
import navigator.local.eventbridge.EventBridge;
import navigator.local.gateway.AwsService;
import navigator.local.gateway.FaultInjector;
import navigator.local.gateway.Gateway;
import navigator.local.gateway.HttpUpstream;
import navigator.local.gateway.RepeatedDeletes;
import navigator.local.iam.Principals;
import navigator.local.journal.Backlogs;
import navigator.local.lambda.LambdaSettings;
import navigator.local.lambda.LocalLambda;
import navigator.local.template.Placement;
import navigator.local.template.TemplateReader;
import navigator.local.topology.Topology;

/**
 * Cells beside each other on one machine: each function environment a process of its own, one queue
 * service, one table service and one gateway for all. The model is elsewhere. Nothing is delivered
 * before {@link #open()}.
 */
public final class BenchStack implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Traffic traffic = new Traffic();
  private final FaultCount faults = new FaultCount();
  private final CellTopology cells;
  private final Topology topology;
  private final LocalLambda functions;
  private final Backends backends;
  private boolean opened;

  private BenchStack(Plan plan) throws IOException {
    try {
      Gateway gateway = own(Gateway.listen(0));
      Topology stack =
          new TemplateReader(Placement.behind(gateway.url())).read(plan.cloudAssembly());
      Path archive = plan.directory().resolve("worker.zip");
      WorkerArchive.write(CellTopology.worker(stack).archive(), plan.member(), archive);
      cells = new CellTopology(stack, archive, plan.pace());
      topology = cells.of(plan.cells());
      Principals principals = new Principals(topology, new SecureRandom());
      backends = own(Backends.start(topology, gateway.url(), Optional.empty()));
      LambdaSettings settings =
          LambdaSettings.of(gateway.url(), plan.directory(), new TimeScale(1))
              .withUnreservedEnvironments(Fleet.LARGEST.environments());
      functions = LocalLambda.of(topology, settings, principals, faults, Backlogs.IN_MEMORY);
      open(gateway, principals);
      // Stopped before the services that they call.
      own(functions);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * What is run.
   *
   * @param cloudAssembly the folder that the CDK synthesized
   * @param directory for unpacked archives and what processes leave behind
   * @param member any class of the package that is added to the worker's archive
   */
  public record Plan(
      Path cloudAssembly, Path directory, Class<?> member, List<Cell> cells, Pace pace) {

    public Plan {
      cells = List.copyOf(cells);
    }
  }

  /** Starts the services; no function runs yet. */
  public static BenchStack start(Plan plan) throws IOException {
    return new BenchStack(plan);
  }

  private void open(Gateway gateway, Principals principals) {
    EventBridge events =
        own(
            new EventBridge(
                topology,
                functions,
                gateway.url(),
                principals.events(),
                Backlogs.IN_MEMORY,
                new TimeScale(1),
                InstantSource.system(),
                new SecureRandom()));
    gateway.open(
        topology.region(),
        topology.account(),
        principals,
        Map.of(
            AwsService.DYNAMODB,
            traffic.counting(own(new HttpUpstream(backends.dynamoDb()))),
            AwsService.SQS,
            new RepeatedDeletes(own(new HttpUpstream(backends.sqs()))),
            AwsService.EVENTS,
            events),
        FaultInjector.NONE);
  }

  /** A cell of this stack, to be closed before it. */
  public CellClient client(Cell cell) {
    return own(
        new CellClient(
            cell,
            cells.places(cell),
            topology,
            functions,
            traffic,
            faults,
            new Backend(backends.dynamoDb(), backends.sqs(), topology.region())));
  }

  /** Where tables and queues are reached without the gateway. */
  record Backend(URI dynamoDb, URI sqs, String region) {}

  /** Begins to deliver what is in the queues, to all cells at once. */
  public synchronized void open() {
    if (!opened) {
      opened = true;
      functions.startEventSources(traffic.deliveries());
    }
  }

  private <T extends AutoCloseable> T own(T part) {
    parts.push(part);
    return part;
  }

  /** Stops everything, and waits until every process has ended. */
  @Override
  public void close() {
    RuntimeException first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        first = first == null ? new IllegalStateException("A part did not stop", e) : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
