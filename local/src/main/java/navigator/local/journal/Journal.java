package navigator.local.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A file that backlogs are kept in: H2's log-structured store, in which a write that was broken off
 * leaves what was there before. One thread alone writes, since the file does not outlive an
 * interrupt of its writer; what many wait for at a time is written and synced together, all of it
 * or nothing. When the disk fails, nothing more is taken. Safe for use by many threads.
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

  /**
   * One change of the file.
   *
   * @param edit of the file's maps
   * @param kept runs when the edit is on disk, before anybody is told so
   * @param last whether the journal is closed after it
   * @param written completes when the edit is on disk
   */
  private record Change(
      Runnable edit, Runnable kept, boolean last, CompletableFuture<Void> written) {

    void complete() {
      kept.run();
      written.complete(null);
    }
  }

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
      return on(store);
    } catch (MVStoreException e) {
      throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** A journal on a store without automatic commits, which becomes its own. */
  static Journal on(MVStore store) {
    var journal = new Journal(store);
    journal.writer.start();
    return journal;
  }

  @Override
  public <T extends Pending> Backlog<T> named(String name, Class<T> type) {
    MVMap<String, String> stored = store.openMap(name);
    // A map that is not on disk goes with the first edit that is taken back.
    write(() -> {}, () -> {}).join();
    return new JournaledBacklog<>(this, stored, type);
  }

  /**
   * Has an edit written, all of it or nothing; completes when it is on disk, and fails if it may
   * not be.
   *
   * @param kept runs on the writer's thread when the edit is on disk, and not at all if it may not
   *     be; in the order of the writes
   */
  CompletableFuture<Void> write(Runnable edit, Runnable kept) {
    return add(edit, kept, false);
  }

  private synchronized CompletableFuture<Void> add(Runnable edit, Runnable kept, boolean last) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("The journal is closed"));
    }
    closed = last;
    var change = new Change(edit, kept, last, new CompletableFuture<>());
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
      edit(batch);
      commit();
    } catch (RuntimeException e) {
      batch.forEach(change -> change.written().completeExceptionally(e));
      return;
    }
    batch.forEach(Change::complete);
  }

  // What stayed of a broken batch would be written with the next one.
  private void edit(List<Change> batch) {
    try {
      batch.forEach(change -> change.edit().run());
    } catch (RuntimeException e) {
      if (!store.isClosed()) {
        store.rollback();
      }
      throw e;
    }
  }

  // After a failure nobody knows what is on disk: it is found out by opening the file again.
  private void commit() {
    try {
      store.commit();
      store.sync();
    } catch (RuntimeException e) {
      store.closeImmediately();
      throw e;
    }
  }

  /** Writes what is under way, and closes the file. */
  @Override
  public void close() {
    var closing = add(() -> {}, () -> {}, true);
    closing.exceptionally(alreadyClosedOrFailed -> null).join();
    store.close();
  }
}
