package navigator.local.lambda.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import navigator.local.InvokeResult;
import navigator.local.topology.LambdaFunction;
import org.jspecify.annotations.Nullable;

/**
 * The execution environments of one function. An invocation takes the most recently used one that
 * is idle; with none idle another is started, and the invocation gets whichever is free first. Safe
 * for use by many threads.
 */
public final class EnvironmentPool {
  private final LambdaFunction function;
  private final EnvironmentStarter starter;
  private final Executor executor;
  private final Semaphore concurrency;
  private final int most;

  // All guarded by this.
  private final Set<ExecutionEnvironment> running = new LinkedHashSet<>();
  private final Deque<ExecutionEnvironment> idle = new ArrayDeque<>();
  private final Deque<CompletableFuture<Startup>> waiting = new ArrayDeque<>();
  private int starting;
  private boolean closed;
  private Billed billed = Billed.NOTHING;

  /**
   * The pool of one function, empty at first.
   *
   * @param concurrency invocations at once; further ones are throttled
   * @param most environments at once; further invocations wait for one of them
   */
  public EnvironmentPool(
      LambdaFunction function,
      EnvironmentStarter starter,
      Executor executor,
      Semaphore concurrency,
      int most) {
    this.function = function;
    this.starter = starter;
    this.executor = executor;
    this.concurrency = concurrency;
    this.most = most;
  }

  /** Runs one invocation to its end. */
  public InvokeResult invoke(Invocation invocation) throws InterruptedException {
    var bytes = PayloadLimit.bytes(invocation.payload());
    if (bytes > PayloadLimit.SYNCHRONOUS_BYTES) {
      return Failures.requestTooLarge(bytes);
    }
    if (!concurrency.tryAcquire()) {
      return new InvokeResult.Throttled();
    }
    try {
      var result = run(invocation);
      starter.tell(function, result);
      return result;
    } finally {
      concurrency.release();
    }
  }

  private InvokeResult run(Invocation invocation) throws InterruptedException {
    return switch (acquire()) {
      case Startup.Ready(var environment) -> run(environment, invocation);
      case Startup.Refused(var failure) -> failure;
    };
  }

  private InvokeResult run(ExecutionEnvironment environment, Invocation invocation)
      throws InterruptedException {
    var started = System.nanoTime();
    try {
      return environment.invoke(invocation);
    } catch (InterruptedException e) {
      environment.kill();
      throw e;
    } finally {
      bill(System.nanoTime() - started);
      offer(environment);
    }
  }

  private synchronized void bill(long nanos) {
    billed = billed.plus(Duration.ofNanos(nanos));
  }

  /** What was run so far. */
  public synchronized Billed billed() {
    return billed;
  }

  private Startup acquire() throws InterruptedException {
    var turn = new CompletableFuture<Startup>();
    synchronized (this) {
      var warm = mostRecentlyUsed();
      if (warm != null) {
        return new Startup.Ready(warm);
      }
      waiting.add(turn);
      grow();
    }
    try {
      return turn.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A wait for an environment completes normally", e);
    }
  }

  private synchronized @Nullable ExecutionEnvironment mostRecentlyUsed() {
    idle.removeIf(environment -> !environment.isAlive());
    return idle.pollFirst();
  }

  /** Starts an environment ahead of the first invocation, if there is none; what went wrong. */
  public Optional<InvokeResult.Failed> prewarm() throws InterruptedException {
    return switch (acquire()) {
      case Startup.Ready(var environment) -> {
        offer(environment);
        yield Optional.empty();
      }
      case Startup.Refused(var failure) -> Optional.of(failure);
    };
  }

  private synchronized void grow() {
    while (!closed && starting < waiting.size() && running.size() + starting < most) {
      starting++;
      executor.execute(this::startOne);
    }
  }

  private void startOne() {
    Startup startup;
    try {
      startup = starter.start(function);
    } catch (InterruptedException e) {
      startup = new Startup.Refused(Failures.exit("INIT", "Lambda stopped"));
    } catch (RuntimeException e) {
      startup = new Startup.Refused(Failures.exit("INIT", String.valueOf(e.getMessage())));
    }
    started(startup);
  }

  private synchronized void started(Startup startup) {
    starting--;
    switch (startup) {
      case Startup.Ready(var environment) -> {
        running.add(environment);
        environment.whenEnded(() -> forget(environment));
        offer(environment);
      }
      case Startup.Refused refused -> {
        var first = waiting.poll();
        if (first != null) {
          first.complete(refused);
        }
      }
    }
    grow();
  }

  private synchronized void offer(ExecutionEnvironment environment) {
    if (!environment.isAlive() || closed) {
      environment.stop();
      return;
    }
    var first = waiting.poll();
    if (first == null) {
      idle.push(environment);
    } else {
      first.complete(new Startup.Ready(environment));
    }
  }

  private synchronized void forget(ExecutionEnvironment environment) {
    running.remove(environment);
    idle.remove(environment);
    grow();
  }

  /** The environments whose processes run. */
  public synchronized List<RunningEnvironment> environments() {
    return running.stream()
        .map(e -> new RunningEnvironment(e.id(), function.name(), e.pid()))
        .toList();
  }

  /** Kills the process of an environment; whether it is one of these. */
  public synchronized boolean kill(String environmentId) {
    var found = running.stream().filter(e -> e.id().equals(environmentId)).findFirst();
    found.ifPresent(ExecutionEnvironment::kill);
    return found.isPresent();
  }

  /** Starts no more environments and ends those that run; completes when all are gone. */
  public synchronized CompletableFuture<Void> stop() {
    closed = true;
    waiting.forEach(
        turn -> turn.complete(new Startup.Refused(Failures.exit("INIT", "Lambda stopped"))));
    waiting.clear();
    running.forEach(ExecutionEnvironment::stop);
    return CompletableFuture.allOf(
        running.stream().map(ExecutionEnvironment::ended).toArray(CompletableFuture[]::new));
  }
}
