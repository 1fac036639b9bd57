package navigator.inference;

import java.util.Map;
import java.util.Optional;

/**
 * A request as it stands in the table.
 *
 * @param facts those of its current generation
 * @param pending whether somebody still waits for an outcome of that generation
 * @param outcomes by generation
 */
public record StoredRequest(
    RequestFacts facts, boolean pending, Progress progress, Map<Integer, Outcome> outcomes) {

  public StoredRequest {
    outcomes = Map.copyOf(outcomes);
  }

  /** The outcome of the current generation, if it is stored. */
  Optional<Outcome> outcome() {
    return Optional.ofNullable(outcomes.get(facts.generation()));
  }
}
