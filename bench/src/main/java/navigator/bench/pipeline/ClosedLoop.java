package navigator.bench.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A few clients, each of which asks again as soon as it is answered, before one environment. */
final class ClosedLoop {

  private static final int CLIENTS = 3;

  private final Semaphore environment = new Semaphore(1, true);

  /** Something that one client asks. */
  @FunctionalInterface
  interface Step {
    void run(int number) throws InterruptedException;
  }

  /**
   * Asks a number of times.
   *
   * @return how many were answered a second
   */
  double run(int times, Step step) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> client =
        () -> {
          for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
            environment.acquire();
            try {
              step.run(i);
            } finally {
              environment.release();
            }
          }
          return null;
        };
    long start = System.nanoTime();
    // Not closed on the way out of an interrupt: that would wait for what nobody wants any more.
    ExecutorService clients = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        running.add(clients.submit(client));
      }
      for (Future<Void> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A client came to no end: " + e.getMessage(), e);
    } finally {
      clients.shutdownNow();
    }
    return times / ((System.nanoTime() - start) / 1e9);
  }
}
