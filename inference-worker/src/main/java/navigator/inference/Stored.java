package navigator.inference;

/** What storing an outcome gave. */
public sealed interface Stored {

  /** It is this generation's outcome now. */
  record First(Outcome outcome) implements Stored {}

  /** Another was there before, and stands. */
  record Already(Outcome outcome) implements Stored {}

  /** The request was cancelled or erased, has a later generation, or is gone. */
  record Refused() implements Stored {}
}
