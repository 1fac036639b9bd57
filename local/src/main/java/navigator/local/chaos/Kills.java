package navigator.local.chaos;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import navigator.local.lambda.LocalLambda;
import navigator.local.lambda.runtime.RunningEnvironment;
import org.jspecify.annotations.Nullable;

/** Ends function processes with SIGKILL, whatever they do. Safe for use by many threads. */
final class Kills implements AutoCloseable {

  // In requests.
  private static final int SHORTEST_MEAN_GAP = 25;

  /** Of a long run: each costs as much processor time as a dozen requests. */
  private static final int ENOUGH = 100;

  private final RandomGenerator random;
  private final int meanGap;
  private final Injected injected;
  private final LoadClock clock;
  private volatile @Nullable LocalLambda functions;
  private @Nullable Thread clockwork;

  Kills(ChaosPlan plan, Injected injected, LoadClock clock) {
    this.random = plan.random("kills");
    this.meanGap = Math.max(SHORTEST_MEAN_GAP, plan.requests() / ENOUGH);
    this.injected = injected;
    this.clock = clock;
  }

  /** From now on processes die. */
  void start(LocalLambda victims) {
    functions = victims;
    clockwork = Thread.ofVirtual().name("kills").start(this::tick);
  }

  private void tick() {
    try {
      while (true) {
        clock.await(gap());
        anyone();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized int gap() {
    return 1 + (int) (meanGap * Math.min(3, random.nextExponential()));
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
