package navigator.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import navigator.bench.pipeline.Calls.Kind;
import navigator.bench.pipeline.Calls.Use;
import navigator.local.gateway.AwsService;
import org.junit.jupiter.api.Test;

class CallsTest {

  private static final Kind WRITE = new Kind("b", AwsService.DYNAMODB, "PutItem");
  private static final Kind SEND = new Kind("a", AwsService.SQS, "SendMessage");

  private final Calls earlier = new Calls(Map.of(WRITE, new Use(2, 0, 4)));
  private final Calls later = new Calls(Map.of(WRITE, new Use(5, 0, 11.5), SEND, new Use(3, 0, 0)));

  @Test
  void countsWhatCameSinceAnEarlierCount() {
    assertThat(later.since(earlier).uses())
        .containsOnly(Map.entry(WRITE, new Use(3, 0, 7.5)), Map.entry(SEND, new Use(3, 0, 0)));
  }

  @Test
  void whatWasNotCalledSinceIsNotThere() {
    assertThat(later.since(later).uses()).isEmpty();
  }

  @Test
  void sumsUpWhatIsMeant() {
    assertThat(later.sum()).isEqualTo(new Use(8, 0, 11.5));
    assertThat(later.only(kind -> kind.service() == AwsService.SQS).sum().count()).isEqualTo(3);
  }

  @Test
  void isInTheOrderOfTheCallers() {
    assertThat(later.inOrder()).extracting(Map.Entry::getKey).containsExactly(SEND, WRITE);
  }
}
