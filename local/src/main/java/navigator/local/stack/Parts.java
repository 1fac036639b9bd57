package navigator.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, to be closed in the opposite order, whatever one of it throws. */
final class Parts implements AutoCloseable {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T own(T part) {
    started.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    RuntimeException first = null;
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        var problem = new IllegalStateException("A part of the stack did not stop", e);
        if (first == null) {
          first = problem;
        } else {
          first.addSuppressed(problem);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
