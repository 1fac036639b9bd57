package navigator.ingest.load;

import java.util.OptionalLong;

/** What waits in the queue. */
@FunctionalInterface
public interface Backlog {

  /** How many requests have been queued and have not ended, roughly; empty if nobody can tell. */
  OptionalLong requests();
}
