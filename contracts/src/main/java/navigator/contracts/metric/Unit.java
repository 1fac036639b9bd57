package navigator.contracts.metric;

/**
 * What a metric's numbers are numbers of.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html">MetricDatum:
 *     Unit</a>
 */
public enum Unit {
  COUNT("Count"),
  MILLISECONDS("Milliseconds"),
  SECONDS("Seconds");

  private final String wireName;

  Unit(String wireName) {
    this.wireName = wireName;
  }

  /** The name that CloudWatch knows. */
  public String wireName() {
    return wireName;
  }
}
