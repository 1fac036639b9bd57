package navigator.ops;

import java.util.List;
import navigator.contracts.DeadLetterId;

/** Reads dead letters and what belongs to them. Called by many threads. */
public interface LetterReader {

  /** Everything about one request, or about one message that could not be read; consistent. */
  StoredStory story(DeadLetterId id, boolean withText);

  /** The letters of those ids that there are, in the order of the ids. */
  List<Letter> letters(List<DeadLetterId> ids, boolean withText);
}
