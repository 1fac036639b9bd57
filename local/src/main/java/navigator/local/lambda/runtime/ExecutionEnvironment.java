package navigator.local.lambda.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import navigator.local.InvokeResult;
import navigator.local.InvokeResult.Failed;
import navigator.local.lambda.runtime.RuntimeSession.Turn;
import navigator.local.loopback.LoopbackServer;
import navigator.local.topology.LambdaFunction;

/**
 * A process that runs one function, one invocation at a time, until it is stopped, killed or runs
 * out of time.
 */
final class ExecutionEnvironment {
  /** How long a process has to end by itself when it is asked to. */
  static final Duration GRACE = Duration.ofSeconds(2);

  // Lambda's own limit for the initialization of a SnapStart function.
  private static final Duration STARTUP = Duration.ofSeconds(130);

  private final String id;
  private final LambdaFunction function;
  private final Process process;
  private final RuntimeSession session;
  private final CompletableFuture<Void> ended;
  private volatile boolean killed;

  ExecutionEnvironment(
      String id,
      LambdaFunction function,
      Process process,
      RuntimeSession session,
      LoopbackServer runtimeApi,
      Path home) {
    this.id = id;
    this.function = function;
    this.process = process;
    this.session = session;
    this.ended =
        process
            .onExit()
            // Not on the common pool, whose few threads may all wait for this very end.
            .thenAcceptAsync(exited -> end(exited, runtimeApi, home), Thread::startVirtualThread);
  }

  String id() {
    return id;
  }

  long pid() {
    return process.pid();
  }

  /** Whether it can take an invocation: one that is being killed cannot, though it is not gone. */
  boolean isAlive() {
    return !killed && process.isAlive();
  }

  /** How the process ended, once it has. */
  int exitValue() {
    return process.exitValue();
  }

  /** Completes when the process is gone and with it all that served it. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Has something done when the process is gone. */
  void whenEnded(Runnable action) {
    var _ = ended.whenComplete((gone, failure) -> action.run());
  }

  /**
   * Waits until the process is ready; otherwise what kept it from that, and the process is gone.
   */
  Optional<Failed> awaitStartup() throws InterruptedException {
    try {
      var failure = session.startup().get(STARTUP.toMillis(), TimeUnit.MILLISECONDS);
      if (failure.isPresent()) {
        kill();
      }
      return failure;
    } catch (TimeoutException e) {
      kill();
      return Optional.of(Failures.timeout("INIT", STARTUP));
    } catch (InterruptedException e) {
      kill();
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A startup completes normally", e);
    }
  }

  /** Runs one invocation to its end; the environment is then ready for another, or gone. */
  InvokeResult invoke(Invocation invocation) throws InterruptedException {
    var deadline = System.nanoTime() + function.timeout().toNanos();
    var turn = session.begin(invocation);
    if (!process.isAlive()) {
      session.end(Failures.exitReason(process.exitValue()));
    }
    if (!finishes(turn, deadline)) {
      kill();
      turn.result().complete(Failures.timeout(invocation.requestId(), function.timeout()));
    }
    return turn.result().join();
  }

  private static boolean finishes(Turn turn, long deadline) throws InterruptedException {
    try {
      turn.finished().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A turn finishes normally", e);
    }
  }

  /** Ends the process at once. */
  void kill() {
    killed = true;
    process.destroyForcibly();
  }

  /** Asks the process to end, and kills it if it does not within a short time. */
  void stop() {
    stop(GRACE);
  }

  /** Asks the process to end, and kills it if it does not in time. */
  void stop(Duration grace) {
    // By its handle: Process.destroy also closes the pipe, without which a JVM writes no cache.
    process.toHandle().destroy();
    var _ =
        process
            .onExit()
            .orTimeout(grace.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((exited, late) -> process.destroyForcibly());
  }

  private void end(Process exited, LoopbackServer runtimeApi, Path home) {
    session.end(Failures.exitReason(exited.exitValue()));
    runtimeApi.close();
    Directories.delete(home);
  }
}
