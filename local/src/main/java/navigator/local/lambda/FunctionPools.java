package navigator.local.lambda;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import navigator.local.InvokeResult.Failed;
import navigator.local.lambda.runtime.Billed;
import navigator.local.lambda.runtime.EnvironmentPool;
import navigator.local.lambda.runtime.EnvironmentStarter;
import navigator.local.lambda.runtime.RunningEnvironment;
import navigator.local.topology.LambdaFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environments of all functions. A function with reserved concurrency has it to itself, all
 * others share what the account has left.
 */
final class FunctionPools implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FunctionPools.class);

  private final Map<String, EnvironmentPool> pools = new LinkedHashMap<>();
  private final ExecutorService executor;
  private volatile boolean closed;

  FunctionPools(
      List<LambdaFunction> functions,
      LambdaSettings settings,
      EnvironmentStarter starter,
      ExecutorService executor) {
    this.executor = executor;
    var reserved = functions.stream().mapToInt(f -> f.reservedConcurrency().orElse(0)).sum();
    var unreserved = new Semaphore(settings.accountConcurrency() - reserved);
    for (var function : functions) {
      var limit = function.reservedConcurrency();
      var concurrency = limit.isPresent() ? new Semaphore(limit.getAsInt()) : unreserved;
      var most =
          limit.isPresent()
              ? Math.min(limit.getAsInt(), settings.reservedEnvironments())
              : settings.unreservedEnvironments();
      pools.put(
          function.name(), new EnvironmentPool(function, starter, executor, concurrency, most));
    }
  }

  EnvironmentPool of(LambdaFunction function) {
    var pool = pools.get(function.name());
    if (pool == null) {
      throw new NoSuchElementException("The stack has no function " + function.name());
    }
    return pool;
  }

  void prewarm(Consumer<String> progress) throws InterruptedException {
    var starts = new LinkedHashMap<String, Future<Optional<Failed>>>();
    pools.forEach(
        (name, pool) -> starts.put(name, executor.submit(() -> prewarm(name, pool, progress))));
    for (var start : starts.entrySet()) {
      try {
        start.getValue().get().ifPresent(failure -> refuse(start.getKey(), failure));
      } catch (ExecutionException e) {
        throw new IllegalStateException("Function " + start.getKey() + " does not start", e);
      }
    }
  }

  void prewarmOneByOne() {
    try {
      for (var pool : pools.entrySet()) {
        if (closed) {
          return;
        }
        pool.getValue().prewarm().ifPresent(failure -> warn(pool.getKey(), failure));
      }
    } catch (InterruptedException e) {
      // The stack stops.
      Thread.currentThread().interrupt();
    }
  }

  private void warn(String name, Failed failure) {
    if (!closed) {
      LOG.warn(
          "Function {} does not start: {}: {}", name, failure.errorType(), failure.errorMessage());
    }
  }

  private static Optional<Failed> prewarm(
      String name, EnvironmentPool pool, Consumer<String> progress) throws InterruptedException {
    var failure = pool.prewarm();
    if (failure.isEmpty()) {
      progress.accept(name);
    }
    return failure;
  }

  private static void refuse(String name, Failed failure) {
    throw new IllegalStateException(
        "Function %s does not start: %s: %s"
            .formatted(name, failure.errorType(), failure.errorMessage()));
  }

  List<RunningEnvironment> environments() {
    return pools.values().stream().flatMap(pool -> pool.environments().stream()).toList();
  }

  /** By the function's name. */
  Map<String, Billed> billed() {
    return pools.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, pool -> pool.getValue().billed()));
  }

  void kill(String environmentId) {
    if (pools.values().stream().noneMatch(pool -> pool.kill(environmentId))) {
      throw new NoSuchElementException("No environment " + environmentId + " runs");
    }
  }

  @Override
  public void close() {
    closed = true;
    CompletableFuture.allOf(
            pools.values().stream().map(EnvironmentPool::stop).toArray(CompletableFuture[]::new))
        .join();
  }
}
