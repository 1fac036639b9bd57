package navigator.contracts.metric;

/** What a metric is broken down by. Its values are words of closed sets, never ids. */
public enum Dimension {
  /** An {@link navigator.contracts.ErrorCode}. */
  CODE("Code"),
  /** A {@link FunctionName}. */
  FUNCTION("Function"),
  /**
   * An {@link UnobservedCall}, a {@link Refusal}, a {@link Deferral} or the end of an entry of a
   * replay, as the metric has it.
   */
  REASON("Reason");

  private final String wireName;

  Dimension(String wireName) {
    this.wireName = wireName;
  }

  /** The name that CloudWatch knows. */
  public String wireName() {
    return wireName;
  }
}
