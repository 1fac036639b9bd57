package navigator.local.chaos;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import navigator.local.lambda.LocalLambda;
import navigator.local.lambda.runtime.RunningEnvironment;
import org.jspecify.annotations.Nullable;

/** Ends function processes with SIGKILL, whatever they do. Safe for use by many threads. */
final class Kills implements AutoCloseable {

  private static final Duration MEAN_GAP = Duration.ofSeconds(15);

  private final RandomGenerator random;
  private final Injected injected;
  private volatile @Nullable LocalLambda functions;
  private @Nullable Thread clockwork;

  Kills(ChaosPlan plan, Injected injected) {
    this.random = plan.random("kills");
    this.injected = injected;
  }

  /** From now on processes die. */
  void start(LocalLambda victims) {
    functions = victims;
    clockwork = Thread.ofVirtual().name("kills").start(this::tick);
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(gap());
        anyone();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Duration gap() {
    return Duration.ofMillis(
        (long) (MEAN_GAP.toMillis() * Math.min(3, random.nextExponential())) + 100);
  }

  private void anyone() {
    var running = functions == null ? List.<RunningEnvironment>of() : functions.environments();
    if (!running.isEmpty()) {
      kill(Kind.KILLED, pick(running));
    }
  }

  /** Ends a process of a function. */
  void one(Kind kind, String function) {
    if (functions != null) {
      var its =
          functions.environments().stream().filter(e -> e.functionName().equals(function)).toList();
      if (!its.isEmpty()) {
        kill(kind, pick(its));
      }
    }
  }

  private synchronized RunningEnvironment pick(List<RunningEnvironment> running) {
    return running.get(random.nextInt(running.size()));
  }

  private void kill(Kind kind, RunningEnvironment victim) {
    try {
      var lambda = functions;
      if (lambda != null) {
        lambda.kill(victim.id());
        injected.killed(kind, victim.functionName());
      }
    } catch (NoSuchElementException e) {
      // It ended by itself meanwhile.
    }
  }

  @Override
  public void close() {
    functions = null;
    if (clockwork != null) {
      clockwork.interrupt();
    }
  }
}
