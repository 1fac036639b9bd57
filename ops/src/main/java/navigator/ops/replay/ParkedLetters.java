package navigator.ops.replay;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where parked dead letters are found. */
@FunctionalInterface
public interface ParkedLetters {

  /**
   * Those of the selection that name a request, the oldest failure first, read as they are taken.
   * Among them it is told how far was read, so that nobody waits long for the next of few among
   * very many. One that was parked a moment ago may be missing, one that is parked no more be
   * there.
   *
   * @param after a position to begin behind; null to begin with the oldest
   */
  Stream<ParkedStep> oldestFirst(Selection selection, @Nullable String after);
}
