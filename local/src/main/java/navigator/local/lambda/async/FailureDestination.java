package navigator.local.lambda.async;

import java.time.InstantSource;
import navigator.local.lambda.queue.RoleQueues;
import navigator.local.lambda.runtime.FunctionVersion;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Where a function's failed events go: the queue of its on-failure destination, sent to in the
 * function's own role; without one they are dropped, as on AWS.
 */
public final class FailureDestination {
  private static final Logger LOG = LoggerFactory.getLogger(FailureDestination.class);

  private final Topology topology;
  private final RoleQueues queues;
  private final InstantSource clock;

  public FailureDestination(Topology topology, RoleQueues queues, InstantSource clock) {
    this.topology = topology;
    this.queues = queues;
    this.clock = clock;
  }

  /**
   * Sends what the outcome calls for.
   *
   * @throws InterruptedException if it was stopped before it was sent
   */
  void tell(LambdaFunction function, AsyncEvent event, Outcome outcome)
      throws InterruptedException {
    switch (outcome) {
      case Outcome.Done done -> {}
      case Outcome.RetriesExhausted exhausted -> {
        LOG.warn("Function {} gave up an event: {}", function.name(), exhausted.last().errorType());
        send(
            function,
            DestinationRecord.of(
                event.invocation(), exhausted, FunctionVersion.of(function), clock.instant()));
      }
      case Outcome.EventAgeExceeded exceeded -> {
        LOG.warn("Function {} gave up an event: it is too old", function.name());
        send(function, DestinationRecord.of(event.invocation(), exceeded, clock.instant()));
      }
    }
  }

  private void send(LambdaFunction function, String record) throws InterruptedException {
    var queue = function.asyncInvokes().onFailureArn();
    if (queue.isPresent()) {
      send(function, topology.queue(queue.get()).url(), record);
    }
  }

  private void send(LambdaFunction function, String queueUrl, String record)
      throws InterruptedException {
    try {
      queues
          .actingIn(function.role())
          .sendMessage(request -> request.queueUrl(queueUrl).messageBody(record));
    } catch (SdkException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LOG.error("The failure destination of {} did not take an event", function.name(), e);
    }
  }
}
