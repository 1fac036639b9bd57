package navigator.ops;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import navigator.contracts.DeadLetterId;
import navigator.contracts.RequestId;

/** Reads dead letters and what belongs to them. Called by many threads. */
public interface LetterReader {

  /** Everything about one request, or about one message that could not be read; consistent. */
  StoredStory story(DeadLetterId id, boolean withText);

  /**
   * What replays did about a request, the oldest generation first; consistent.
   *
   * @param failures when it failed, each time
   * @param replays their names
   */
  List<ReplayStep> replays(RequestId id, Collection<Instant> failures, Collection<String> replays);

  /** The letters of those ids that there are, in the order of the ids. */
  List<Letter> letters(List<DeadLetterId> ids, boolean withText);
}
