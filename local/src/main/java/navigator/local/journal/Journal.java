package navigator.local.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A file that backlogs are kept in: H2's log-structured store, in which a write that was broken off
 * leaves what was there before. One thread alone writes, since the file does not outlive an
 * interrupt of its writer; what many wait for at a time is written and synced together. Safe for
 * use by many threads.
 *
 * @see <a href="https://h2database.com/html/mvstore.html">MVStore</a>
 */
public final class Journal implements Backlogs, AutoCloseable {

  private static final int LONGEST_COMPACTION_MILLIS = 2000;

  private final MVStore store;
  private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
  private final Thread writer =
      Thread.ofPlatform().daemon().name("journal").unstarted(this::writeUntilClosed);
  private boolean closed;

  private Journal(MVStore store) {
    this.store = store;
  }

  private record Change(Runnable edit, boolean last, CompletableFuture<Void> written) {}

  /**
   * Opens a file, which is made if it is missing.
   *
   * @throws IOException if it cannot be read or written, or another process has it open
   */
  public static Journal open(Path file) throws IOException {
    try {
      // Without automatic commits: a change is on disk when its writer says so, and whole.
      var store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
      store.compactFile(LONGEST_COMPACTION_MILLIS);
      var journal = new Journal(store);
      journal.writer.start();
      return journal;
    } catch (MVStoreException e) {
      throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public <T extends Pending> Backlog<T> named(String name, Class<T> type) {
    return new JournaledBacklog<>(this, store.openMap(name), type);
  }

  /** Has an edit written; completes when it is on disk, and fails if it may not be. */
  CompletableFuture<Void> write(Runnable edit) {
    return add(edit, false);
  }

  private synchronized CompletableFuture<Void> add(Runnable edit, boolean last) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("The journal is closed"));
    }
    closed = last;
    var change = new Change(edit, last, new CompletableFuture<>());
    changes.add(change);
    return change.written();
  }

  private void writeUntilClosed() {
    List<Change> batch = new ArrayList<>();
    while (batch.stream().noneMatch(Change::last)) {
      batch.clear();
      try {
        batch.add(changes.take());
      } catch (InterruptedException e) {
        throw new IllegalStateException("Nobody has this thread to interrupt", e);
      }
      changes.drainTo(batch);
      write(batch);
    }
  }

  private void write(List<Change> batch) {
    try {
      batch.forEach(change -> change.edit().run());
      store.commit();
      store.sync();
    } catch (RuntimeException e) {
      batch.forEach(change -> change.written().completeExceptionally(e));
      return;
    }
    batch.forEach(change -> change.written().complete(null));
  }

  /** Writes what is under way, and closes the file. */
  @Override
  public void close() {
    var closing = add(() -> {}, true);
    closing.exceptionally(alreadyClosedOrFailed -> null).join();
    store.close();
  }
}
