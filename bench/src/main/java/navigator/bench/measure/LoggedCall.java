package navigator.bench.measure;

import navigator.local.bedrock.QuotaEntry;

/**
 * A call as the emulator logged it.
 *
 * @param question by which the request is known
 * @param at when it was admitted, rejected or failed
 * @param fate which of these
 * @param endedAt when it was settled; as {@code at} if it was not
 * @param cost what it was settled to, in quota tokens
 * @param outcome of the settlement; empty if there was none
 */
public record LoggedCall(
    String question, double at, QuotaEntry.Kind fate, double endedAt, long cost, String outcome) {

  /** Whether the model ran. */
  public boolean admitted() {
    return fate == QuotaEntry.Kind.ADMITTED;
  }

  /** Whether the model said something to its end. */
  public boolean answered() {
    return outcome.equals("end_turn") || outcome.equals("max_tokens");
  }
}
