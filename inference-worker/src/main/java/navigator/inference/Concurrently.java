package navigator.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs one task for each of some inputs, each on a virtual thread of its own. */
final class Concurrently {

  private Concurrently() {}

  /**
   * The results in the order of the inputs, when all are there.
   *
   * @throws IllegalStateException if a task threw: they are not expected to
   */
  static <T, R> List<R> map(Collection<T> inputs, Function<T, R> task) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> futures = new ArrayList<>();
      for (T input : inputs) {
        futures.add(threads.submit(() -> task.apply(input)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A task of the batch failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the batch", e);
    }
  }
}
