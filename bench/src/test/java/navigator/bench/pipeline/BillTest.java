package navigator.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import navigator.bench.pipeline.Bill.Item;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BillTest {

  private static final Offset<Double> EXACTLY = within(1e-9);

  // Two conversations, so that 1,000 cost 500 times as much.
  private static final Consumption USED =
      new Consumption(2, 40, 60, 30, 100, 400, 30, 10, 1L << 20, 1_000, 2_000);

  private final Bill bill = Bill.of(USED, PriceList.with("global.anthropic.claude-sonnet-4-6"));

  @Test
  void everyItemIsAmountTimesPriceForAThousandConversations() {
    assertThat(bill.of(Item.API_GATEWAY)).isCloseTo(500 * 40 * 1e-6, EXACTLY);
    assertThat(bill.of(Item.LAMBDA)).isCloseTo(500 * (60 * 0.2e-6 + 30 * 0.0000133334), EXACTLY);
    assertThat(bill.of(Item.DYNAMODB)).isCloseTo(500 * (100 * 0.125 + 400 * 0.625) / 1e6, EXACTLY);
    assertThat(bill.of(Item.SQS)).isCloseTo(500 * 30 * 0.5e-6, EXACTLY);
    assertThat(bill.of(Item.EVENTBRIDGE)).isCloseTo(500 * 10 * 1e-6, EXACTLY);
    assertThat(bill.of(Item.CLOUDWATCH)).isCloseTo(500 * 0.5 / 1024, EXACTLY);
    assertThat(bill.of(Item.BEDROCK)).isCloseTo(500 * (1_000 * 3 + 2_000 * 15) / 1e6, EXACTLY);
  }

  @Test
  void theTotalIsTheModelAndTheRest() {
    assertThat(bill.total())
        .isCloseTo(bill.withoutModel() + bill.of(Item.BEDROCK), EXACTLY)
        .isGreaterThan(bill.withoutModel());
  }

  @Test
  void theOriginalEstimateAddsUp() {
    assertThat(Bill.ORIGINAL.total()).isCloseTo(20.89, EXACTLY);
    assertThat(Bill.ORIGINAL.withoutModel()).isCloseTo(11.89, EXACTLY);
    assertThat(Bill.ORIGINAL.of(Item.SQS)).isZero();
  }

  @Test
  void theTokensOfTheOriginalCostWhatItSaysThroughAGlobalProfile() {
    Consumption original = new Consumption(20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1).withTokens(500, 500);

    assertThat(Bill.of(original, PriceList.with("global.anthropic.claude-sonnet-4-6")).total())
        .isCloseTo(9.00, EXACTLY);
  }

  @Test
  void aProfileOfOneGeographyCostsATenthMore() {
    PriceList us = PriceList.with("us.anthropic.claude-sonnet-4-6");
    PriceList direct = PriceList.with("anthropic.claude-sonnet-4-6");

    assertThat(us.model().input()).isCloseTo(3.3e-6, EXACTLY);
    assertThat(us.model().output()).isCloseTo(16.5e-6, EXACTLY);
    assertThat(direct.model()).isEqualTo(us.model());
  }

  @Test
  void aModelWithoutAPriceIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PriceList.with("us.amazon.nova-lite"))
        .withMessageContaining("us.amazon.nova-lite");
  }
}
