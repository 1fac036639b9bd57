package navigator.local.lambda;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import navigator.local.CredentialIssuer;
import navigator.local.Deliveries;
import navigator.local.FunctionInvoker;
import navigator.local.FunctionLog;
import navigator.local.InvokeResult;
import navigator.local.journal.Backlogs;
import navigator.local.lambda.async.AsyncEvent;
import navigator.local.lambda.async.AsyncInvocations;
import navigator.local.lambda.async.FailureDestination;
import navigator.local.lambda.mapping.EventSourceMappings;
import navigator.local.lambda.queue.RoleQueues;
import navigator.local.lambda.runtime.Billed;
import navigator.local.lambda.runtime.EnvironmentStarter;
import navigator.local.lambda.runtime.FunctionCode;
import navigator.local.lambda.runtime.Invocation;
import navigator.local.lambda.runtime.PayloadLimit;
import navigator.local.lambda.runtime.RunningEnvironment;
import navigator.local.lambda.schedule.ScheduleTimers;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.Topology;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda service on this machine: runs each function of a stack in processes of its own. Event
 * sources are quiet until they are started. Safe for use by many threads.
 */
public final class LocalLambda implements FunctionInvoker, AutoCloseable {
  private final Topology topology;
  private final LambdaSettings settings;
  private final EnvironmentStarter starter;
  private final FunctionPools pools;
  private final RoleQueues queues;
  private final AsyncInvocations asyncInvocations;
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lambda-", 0).factory());
  private @Nullable EventSourceMappings mappings;
  private @Nullable ScheduleTimers schedules;

  private LocalLambda(
      Topology topology,
      LambdaSettings settings,
      EnvironmentStarter starter,
      CredentialIssuer credentials,
      Backlogs backlogs) {
    var clock = InstantSource.system();
    this.topology = topology;
    this.settings = settings;
    this.starter = starter;
    this.pools = new FunctionPools(topology.functions(), settings, starter, executor);
    this.queues = new RoleQueues(settings.gateway(), topology.region(), credentials);
    this.asyncInvocations =
        new AsyncInvocations(
            this::run,
            new FailureDestination(topology, queues, clock),
            backlogs.named("async-invocations", AsyncEvent.class),
            settings.timeScale(),
            clock);
  }

  /**
   * Prepares a stack's functions; no process runs yet.
   *
   * @param log gets what the functions print
   * @param backlogs where asynchronous events are kept until they come to an end
   * @throws IllegalArgumentException if a function's archive lacks its handler
   * @throws IOException if an archive cannot be read or the directory cannot be written
   */
  public static LocalLambda of(
      Topology topology,
      LambdaSettings settings,
      CredentialIssuer credentials,
      FunctionLog log,
      Backlogs backlogs)
      throws IOException {
    var starter =
        new EnvironmentStarter(
            FunctionCode.in(settings.code()),
            settings.directory(),
            settings.gateway(),
            credentials,
            log);
    for (var function : topology.functions()) {
      starter.check(function);
    }
    return new LocalLambda(topology, settings, starter, credentials, backlogs);
  }

  /**
   * Starts one environment of each function, all together, and waits for them.
   *
   * @param progress is told each function's name when it is ready; called by many threads
   * @throws IllegalStateException if one does not start; it says which and why
   */
  public void prewarm(Consumer<String> progress) throws InterruptedException {
    pools.prewarm(progress);
  }

  /**
   * Starts one environment of each function without waiting for them: one after the other, so that
   * invocations find a processor. One that does not start is told in this process's log.
   */
  public void prewarmInTheBackground() {
    executor.execute(pools::prewarmOneByOne);
  }

  /** Starts the event sources, on the direct way. */
  public void startEventSources() {
    startEventSources(Deliveries.DIRECT);
  }

  /**
   * Starts the event source mappings and the schedules, and goes on with the asynchronous events
   * that an earlier process left.
   *
   * @param deliveries on which the mappings' batches come
   */
  public synchronized void startEventSources(Deliveries deliveries) {
    asyncInvocations.resume(topology);
    mappings = EventSourceMappings.start(topology, deliveries.to(this), queues);
    schedules =
        ScheduleTimers.start(
            topology.schedules(), this, settings.timeScale(), InstantSource.system());
  }

  @Override
  public InvokeResult invoke(String functionArn, String payload) throws InterruptedException {
    return run(topology.function(functionArn), Invocation.of(functionArn, payload));
  }

  // A caller that is interrupted does not end the function, as on AWS.
  private InvokeResult run(LambdaFunction function, Invocation invocation)
      throws InterruptedException {
    try {
      return executor.submit(() -> pools.of(function).invoke(invocation)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Function " + function.name() + " was not run", e.getCause());
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the payload is larger than Lambda accepts
   */
  @Override
  public void invokeAsync(String functionArn, String payload) {
    if (PayloadLimit.bytes(payload) > PayloadLimit.ASYNCHRONOUS_BYTES) {
      throw new IllegalArgumentException("An asynchronous payload has at most 1 MB");
    }
    asyncInvocations.accept(topology.function(functionArn), Invocation.of(functionArn, payload));
  }

  /** How many asynchronous events have come to no end yet. */
  public int unfinishedAsyncEvents() {
    return asyncInvocations.unfinished();
  }

  /** What AWS would bill each function for so far, by its name. */
  public Map<String, Billed> billed() {
    return pools.billed();
  }

  /** The environments whose processes run now. */
  public List<RunningEnvironment> environments() {
    return pools.environments();
  }

  /**
   * Kills an environment's process at once, whatever it is doing; the next invocation gets another.
   *
   * @throws java.util.NoSuchElementException if no such environment runs
   */
  public void kill(String environmentId) {
    pools.kill(environmentId);
  }

  /** Stops the event sources, then all processes, and waits until they are gone. */
  @Override
  public synchronized void close() {
    if (schedules != null) {
      schedules.close();
    }
    if (mappings != null) {
      mappings.close();
    }
    asyncInvocations.close();
    pools.close();
    executor.shutdownNow();
    executor.close();
    starter.close();
    queues.close();
  }
}
