package navigator.bench.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Watches the machine from its making to its reading. */
public final class MachineWatch implements AutoCloseable {

  private static final long NAP_MILLIS = 20;
  private static final double PERCENTILE = 0.99;

  private final CpuTimes start = CpuTimes.now();
  private final List<Long> lags = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread = Thread.ofPlatform().daemon().name("timer-lag").unstarted(this::nap);

  /**
   * Begins to watch.
   *
   * @throws IOException if this is not Linux
   */
  public MachineWatch() throws IOException {
    thread.start();
  }

  /**
   * What was seen so far.
   *
   * @return the busy share, and how late a timer is, in 99 of 100 cases at most
   */
  public Machine machine() throws IOException {
    List<Long> sorted;
    synchronized (lags) {
      sorted = lags.stream().sorted().toList();
    }
    double lag = sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * PERCENTILE)) / 1e6;
    return new Machine(CpuTimes.now().shareSince(start), lag);
  }

  private void nap() {
    try {
      while (true) {
        long before = System.nanoTime();
        Thread.sleep(NAP_MILLIS);
        lags.add(Math.max(0, System.nanoTime() - before - NAP_MILLIS * 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
