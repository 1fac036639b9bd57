package navigator.ops.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done about the next entries of a replay, in one write.
 *
 * @param questions to be asked
 * @param skipped entries that are left out
 * @param upTo the position of the last of them all
 * @param nextSendAt before it nothing more is asked
 */
public record Batch(
    List<Question> questions, List<Entry> skipped, String upTo, @Nullable Instant nextSendAt) {

  public Batch {
    questions = List.copyOf(questions);
    skipped = List.copyOf(skipped);
  }
}
