package navigator.bench.pipeline;

import java.util.EnumMap;
import java.util.Map;

/**
 * What 1,000 conversations cost.
 *
 * @param dollars by item; what is not in it, nobody named
 */
record Bill(Map<Item, Double> dollars) {

  private static final int CONVERSATIONS = 1_000;
  private static final double BYTES_A_GIGABYTE = 1L << 30;

  /**
   * The estimate of the original design, a synchronous function, for 1,000 conversations of 500
   * tokens in and 500 out each.
   */
  static final Bill ORIGINAL =
      new Bill(
          Map.of(
              Item.API_GATEWAY, 3.50,
              Item.LAMBDA, 6.64,
              Item.DYNAMODB, 0.25,
              Item.CLOUDWATCH, 1.50,
              Item.BEDROCK, 9.00));

  /** A line of the bill. */
  enum Item {
    API_GATEWAY("API Gateway", "api_gateway"),
    LAMBDA("Lambda", "lambda"),
    DYNAMODB("DynamoDB", "dynamodb"),
    SQS("SQS", "sqs"),
    EVENTBRIDGE("EventBridge", "eventbridge"),
    CLOUDWATCH("CloudWatch logs", "cloudwatch_logs"),
    BEDROCK("Bedrock", "bedrock");

    private final String title;
    private final String wireName;

    Item(String title, String wireName) {
      this.title = title;
      this.wireName = wireName;
    }

    String title() {
      return title;
    }

    String wireName() {
      return wireName;
    }
  }

  Bill {
    dollars = Map.copyOf(dollars);
  }

  static Bill of(Consumption used, PriceList prices) {
    Map<Item, Double> sums = new EnumMap<>(Item.class);
    sums.put(Item.API_GATEWAY, used.apiCalls() * prices.httpApiCall());
    sums.put(
        Item.LAMBDA,
        used.invocations() * prices.invocation()
            + used.gigabyteSeconds() * prices.gigabyteSecond());
    sums.put(
        Item.DYNAMODB,
        used.readUnits() * prices.readUnit() + used.writeUnits() * prices.writeUnit());
    sums.put(Item.SQS, used.queueRequests() * prices.fifoRequest());
    sums.put(Item.EVENTBRIDGE, used.events() * prices.customEvent());
    sums.put(Item.CLOUDWATCH, used.logBytes() / BYTES_A_GIGABYTE * prices.logGigabyte());
    sums.put(
        Item.BEDROCK,
        used.inputTokens() * prices.model().input()
            + used.outputTokens() * prices.model().output());
    sums.replaceAll((item, sum) -> sum * CONVERSATIONS / used.conversations());
    return new Bill(sums);
  }

  double of(Item item) {
    return dollars.getOrDefault(item, 0.0);
  }

  double total() {
    return dollars.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  double withoutModel() {
    return total() - of(Item.BEDROCK);
  }
}
