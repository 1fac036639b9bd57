package navigator.bench.load;

/**
 * One request that is offered.
 *
 * @param number from 0, in the order of the arrivals
 * @param at seconds after the start, at a minute of 60 seconds
 * @param tenant who asks
 * @param input tokens of the whole prompt
 * @param output tokens of the answer
 */
public record Offered(int number, double at, String tenant, int input, int output) {

  /** What an output token costs, in quota tokens: as of a current Claude. */
  public static final int BURNDOWN = 5;

  /** The most output tokens that any approach may ask for. */
  public static final int MAX_OUTPUT = 2_048;

  /** What the answer costs, in quota tokens. */
  public long cost() {
    return input + (long) BURNDOWN * output;
  }

  /** The most that has to be free at the start of its call. */
  public long reservation() {
    return (long) input + MAX_OUTPUT;
  }
}
