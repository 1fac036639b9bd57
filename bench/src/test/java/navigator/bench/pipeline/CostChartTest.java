package navigator.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostChartTest {

  @Test
  void hasARowForEachItemAndOneWithoutTheModel() {
    String svg = CostChart.svg(List.of(Bill.ORIGINAL, Bill.ORIGINAL, Bill.ORIGINAL));

    for (Bill.Item item : Bill.Item.values()) {
      assertThat(svg).contains(">" + item.title() + "<");
    }
    assertThat(svg)
        .contains(">without the model<", ">11.89<", ">9.00<")
        .contains(CostTable.COLUMNS);
  }
}
