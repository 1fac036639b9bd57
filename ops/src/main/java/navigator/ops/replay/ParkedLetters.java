package navigator.ops.replay;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where parked dead letters are found. */
@FunctionalInterface
public interface ParkedLetters {

  /**
   * Those of the selection that name a request, the oldest failure first, read as they are taken.
   * One that was parked a moment ago may be missing, one that is parked no more be there.
   *
   * @param after a position to begin behind; null to begin with the oldest
   */
  default Stream<ParkedLetter> oldestFirst(Selection selection, @Nullable String after) {
    return oldestFirst(selection, after, () -> true);
  }

  /**
   * The same as long as there is time: what is taken before its end is in order and without a gap,
   * what is taken after it need not be.
   */
  Stream<ParkedLetter> oldestFirst(
      Selection selection, @Nullable String after, BooleanSupplier timeLeft);
}
