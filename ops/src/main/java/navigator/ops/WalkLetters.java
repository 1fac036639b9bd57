package navigator.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over all letters of a query, the newest first, a part at a time. */
final class WalkLetters {

  private final ListLetters letters;

  WalkLetters(ListLetters letters) {
    this.letters = letters;
  }

  /** What is done with a part, which is never empty. */
  @FunctionalInterface
  interface Step {
    void take(List<LetterSummary> part) throws InterruptedException;
  }

  void each(LetterQuery query, int atOnce, Step step) throws InterruptedException {
    @Nullable String cursor = null;
    do {
      LetterPage page =
          letters
              .list(query, atOnce, cursor)
              .orElseThrow(() -> new IllegalStateException("A cursor is not its list's own"));
      if (!page.items().isEmpty()) {
        step.take(page.items());
      }
      cursor = page.next();
    } while (cursor != null);
  }
}
