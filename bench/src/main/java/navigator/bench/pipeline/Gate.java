package navigator.bench.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import navigator.local.Deliveries;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;

/**
 * Stands between queue and worker, and between bus and writer of outcomes, so that each of them can
 * be kept waiting and then run alone. Open at first. Safe for use by many threads.
 */
final class Gate implements Deliveries {

  /** More than there are pollers. */
  private static final int WIDE = 1_000;

  private final Semaphore batches = new Semaphore(WIDE);
  private final List<Event> kept = new ArrayList<>();
  private boolean keeping;

  /** What a function was to get. */
  record Event(String functionArn, String payload) {}

  @Override
  public FunctionInvoker to(FunctionInvoker functions) {
    return new FunctionInvoker() {
      @Override
      public InvokeResult invoke(String functionArn, String payload) throws InterruptedException {
        batches.acquire();
        try {
          return functions.invoke(functionArn, payload);
        } finally {
          batches.release();
        }
      }

      @Override
      public void invokeAsync(String functionArn, String payload) {
        if (!keep(new Event(functionArn, payload))) {
          functions.invokeAsync(functionArn, payload);
        }
      }
    };
  }

  /** Lets no batch through from now on; those on their way come to their end first. */
  void shut() throws InterruptedException {
    batches.acquire(WIDE);
  }

  /** Lets one batch at a time through, after it was shut. */
  void openForOne() {
    batches.release();
  }

  /** Lets everything through again, after it was open for one. */
  void openWide() {
    batches.release(WIDE - 1);
  }

  /** Keeps the events of the bus from now on. */
  synchronized void keepEvents() {
    keeping = true;
  }

  private synchronized boolean keep(Event event) {
    if (keeping) {
      kept.add(event);
    }
    return keeping;
  }

  /** How many events are kept. */
  synchronized int keptEvents() {
    return kept.size();
  }

  /** Hands out what was kept, and keeps no more. */
  synchronized List<Event> releaseEvents() {
    keeping = false;
    List<Event> all = List.copyOf(kept);
    kept.clear();
    return all;
  }
}
