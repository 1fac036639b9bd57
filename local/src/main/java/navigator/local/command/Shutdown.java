package navigator.local.command;

import java.util.concurrent.CountDownLatch;

/**
 * The wish of the user, or of the system, that this process ends. The process lives on until the
 * wish is closed: so long, there is time to clean up.
 */
public final class Shutdown implements AutoCloseable {

  private final CountDownLatch wished = new CountDownLatch(1);
  private final CountDownLatch cleanedUp = new CountDownLatch(1);
  private final Thread main = Thread.currentThread();
  private volatile boolean waiting;

  private Shutdown() {}

  /** Is told of Ctrl-C and of SIGTERM from now on; one that starts meanwhile is interrupted. */
  public static Shutdown awaited() {
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::wished, "shutdown"));
    return shutdown;
  }

  /** Returns when the process is to end. */
  void await() throws InterruptedException {
    waiting = true;
    wished.await();
  }

  private void wished() {
    wished.countDown();
    if (!waiting) {
      main.interrupt();
    }
    boolean interrupted = false;
    while (cleanedUp.getCount() > 0) {
      try {
        cleanedUp.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    cleanedUp.countDown();
  }
}
