package navigator.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of dead letters, the newest first.
 *
 * @param next the cursor of the part that follows; null on the last. A part that ends for want of
 *     time has one too, and may then hold fewer letters than were asked for
 */
public record LetterPage(List<LetterSummary> items, @Nullable String next) {

  public LetterPage {
    items = List.copyOf(items);
  }
}
