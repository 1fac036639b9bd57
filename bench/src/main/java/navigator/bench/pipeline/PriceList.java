package navigator.bench.pipeline;

import java.util.Map;

/**
 * List prices of us-west-2, on demand, without a free tier, in US dollars, as known in 2026: the
 * pages that are named have those of the day.
 *
 * @param httpApiCall API Gateway, <a href="https://aws.amazon.com/api-gateway/pricing/">HTTP
 *     API</a>
 * @param invocation Lambda, <a href="https://aws.amazon.com/lambda/pricing/">arm64</a>
 * @param gigabyteSecond the same
 * @param readUnit DynamoDB, <a
 *     href="https://aws.amazon.com/dynamodb/pricing/on-demand/">on-demand</a>
 * @param writeUnit the same
 * @param fifoRequest SQS, <a href="https://aws.amazon.com/sqs/pricing/">FIFO</a>
 * @param customEvent EventBridge, <a href="https://aws.amazon.com/eventbridge/pricing/">published
 *     events</a>
 * @param logGigabyte CloudWatch, <a href="https://aws.amazon.com/cloudwatch/pricing/">ingestion</a>
 * @param model of the model
 */
record PriceList(
    double httpApiCall,
    double invocation,
    double gigabyteSecond,
    double readUnit,
    double writeUnit,
    double fifoRequest,
    double customEvent,
    double logGigabyte,
    ModelPrice model) {

  private static final double MILLION = 1e6;

  /**
   * Prices of a token, <a href="https://aws.amazon.com/bedrock/pricing/">Bedrock</a>, on demand.
   */
  record ModelPrice(double input, double output) {}

  /** Dollars for a million tokens, in and out, through a {@code global.} profile. */
  private static final Map<String, ModelPrice> GLOBAL =
      Map.of(
          "anthropic.claude-haiku-4-5-20251001-v1:0", new ModelPrice(1, 5),
          "anthropic.claude-sonnet-4-6", new ModelPrice(3, 15),
          "anthropic.claude-sonnet-5", new ModelPrice(2, 10),
          "anthropic.claude-opus-4-8", new ModelPrice(5, 25));

  /** What a profile of one geography, such as {@code us.}, costs more. */
  private static final double GEOGRAPHY = 1.1;

  /**
   * The prices with a model's.
   *
   * @param profile such as {@code us.anthropic.claude-sonnet-4-6}
   * @throws IllegalArgumentException if no price is known for it
   */
  static PriceList with(String profile) {
    return new PriceList(
        1.00 / MILLION,
        0.20 / MILLION,
        0.0000133334,
        0.125 / MILLION,
        0.625 / MILLION,
        0.50 / MILLION,
        1.00 / MILLION,
        0.50,
        price(profile));
  }

  private static ModelPrice price(String profile) {
    int dot = profile.indexOf('.');
    boolean direct = profile.startsWith("anthropic.");
    ModelPrice price = GLOBAL.get(direct ? profile : profile.substring(dot + 1));
    if (price == null) {
      throw new IllegalArgumentException("no price is known for the model " + profile);
    }
    double factor = profile.startsWith("global.") ? 1 : GEOGRAPHY;
    return new ModelPrice(factor * price.input() / MILLION, factor * price.output() / MILLION);
  }
}
