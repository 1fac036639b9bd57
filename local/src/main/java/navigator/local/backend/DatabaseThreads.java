package navigator.local.backend;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The threads of DynamoDB Local's background jobs. Its own shutdown lets them sleep on for a
 * minute, which keeps the process alive, so they are gathered in a group and interrupted.
 */
final class DatabaseThreads {

  /** Executors name their threads so; the database's own thread ends by itself. */
  private static final String POOL = "pool-";

  private final ThreadGroup group = new ThreadGroup("dynamodb-local");

  /** Makes a database whose threads join this group. */
  <T> T start(Callable<T> database) throws IOException {
    var made = new FutureTask<>(database);
    new Thread(group, made, "dynamodb-local").start();
    try {
      return made.get();
    } catch (ExecutionException e) {
      throw new IOException("DynamoDB Local did not start", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while DynamoDB Local was to start", e);
    }
  }

  /** Ends the background jobs. */
  void interrupt() {
    var threads = new Thread[group.activeCount() + 8];
    group.enumerate(threads);
    Arrays.stream(threads)
        .filter(Objects::nonNull)
        .filter(thread -> thread.getName().startsWith(POOL))
        .forEach(Thread::interrupt);
  }
}
