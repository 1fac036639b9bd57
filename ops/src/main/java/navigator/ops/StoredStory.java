package navigator.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the table has of one request.
 *
 * @param request null for a message that could not be read, or once it has expired
 * @param outcomes the oldest generation first
 * @param letter null if the request never failed, or the letter has expired
 * @param asked what its owner wrote; only if asked for, and there
 * @param shown the reply that its owner reads; only if asked for, and there
 */
public record StoredStory(
    @Nullable RequestFacts request,
    List<StoredOutcome> outcomes,
    @Nullable Letter letter,
    @Nullable String asked,
    @Nullable String shown) {

  public StoredStory {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether there is nothing to tell. */
  boolean isEmpty() {
    return request == null && letter == null && outcomes.isEmpty();
  }
}
