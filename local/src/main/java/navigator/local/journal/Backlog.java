package navigator.local.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one service has accepted and not finished. Safe for use by many threads. */
public interface Backlog<T extends Pending> {

  /**
   * Takes entries in, all or none, each in place of an earlier one with its id.
   *
   * @return completes when they outlive a kill of the process, as far as this backlog lets them;
   *     fails if they cannot be kept
   */
  CompletableFuture<Void> take(List<T> entries);

  /**
   * {@link #take} of one entry, waited for.
   *
   * @throws java.util.concurrent.CompletionException if it cannot be kept
   */
  default void keep(T entry) {
    take(List.of(entry)).join();
  }

  /** Forgets an entry. One that a kill brings back is finished twice: at least once is promised. */
  void finish(String id);

  /** What an earlier process left unfinished, in no order. */
  List<T> left();

  /** How many entries there are: taken, and not yet finished, as far as either is kept. */
  int size();
}
