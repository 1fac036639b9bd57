package navigator.inference;

/** Stores the outcome of a generation, once. */
@FunctionalInterface
public interface StoreOutcome {

  /** Stores {@code outcome}, unless one is stored already or nobody waits for it any more. */
  Stored store(RequestFacts request, Outcome outcome);
}
