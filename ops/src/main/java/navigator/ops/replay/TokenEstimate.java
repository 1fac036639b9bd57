package navigator.ops.replay;

/**
 * What requests may take, if they are like earlier ones of the same people that were answered.
 *
 * @param input tokens of all prompts, those from a cache included
 * @param output tokens of all answers
 * @param samples how many answered requests that is judged by
 */
public record TokenEstimate(long input, long output, int samples) {

  /** The same for so many requests, judged by the totals of the samples. */
  static TokenEstimate of(EarlierUsage.Total total, long requests) {
    return new TokenEstimate(
        total.input() * requests / total.requests(),
        total.output() * requests / total.requests(),
        total.requests());
  }

  /**
   * What they cost in US dollars.
   *
   * @param inputPrice of a million input tokens
   * @param outputPrice of a million output tokens
   */
  public double dollars(double inputPrice, double outputPrice) {
    return (input * inputPrice + output * outputPrice) / 1e6;
  }
}
