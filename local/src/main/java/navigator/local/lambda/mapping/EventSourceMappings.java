package navigator.local.lambda.mapping;

import java.time.InstantSource;
import java.util.List;
import navigator.local.FunctionInvoker;
import navigator.local.lambda.queue.RoleQueues;
import navigator.local.topology.QueueMapping;
import navigator.local.topology.Topology;

/** The pollers of all event source mappings of a stack. */
public final class EventSourceMappings implements AutoCloseable {
  private final List<QueuePoller> pollers;

  private EventSourceMappings(List<QueuePoller> pollers) {
    this.pollers = pollers;
  }

  /** Starts polling. */
  public static EventSourceMappings start(
      Topology topology, FunctionInvoker functions, RoleQueues queues) {
    var pollers =
        topology.mappings().stream()
            .map(mapping -> poller(mapping, topology, functions, queues))
            .toList();
    pollers.forEach(QueuePoller::start);
    return new EventSourceMappings(pollers);
  }

  private static QueuePoller poller(
      QueueMapping mapping, Topology topology, FunctionInvoker functions, RoleQueues queues) {
    var role = topology.function(mapping.functionArn()).role();
    var source =
        new SourceQueue(
            topology.queue(mapping.queueArn()),
            mapping,
            queues.actingIn(role),
            InstantSource.system());
    return new QueuePoller(mapping, source, functions);
  }

  @Override
  public void close() {
    var closing = pollers.stream().map(poller -> Thread.ofVirtual().start(poller::close)).toList();
    try {
      for (var thread : closing) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
