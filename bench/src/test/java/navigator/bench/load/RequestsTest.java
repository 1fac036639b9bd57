package navigator.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final Requests REQUESTS = new Requests(500, 7, 430);

  @Test
  void theSameSeedMakesTheSameLoad() {
    assertThat(new Requests(500, 7, 430).mixed()).isEqualTo(REQUESTS.mixed());
    assertThat(new Requests(500, 8, 430).mixed()).isNotEqualTo(REQUESTS.mixed());
  }

  @Test
  void everyLoadIsInOrderAndWithinItsLimits() {
    for (var load :
        List.of(
            REQUESTS.chats(), REQUESTS.mixed(), REQUESTS.noisy(300), REQUESTS.likeRecorded(1))) {
      assertThat(load).hasSize(500);
      for (int i = 0; i < load.size(); i++) {
        var each = load.get(i);
        assertThat(each.number()).isEqualTo(i);
        assertThat(each.input()).isGreaterThanOrEqualTo(430);
        assertThat(each.output()).isBetween(1, Offered.MAX_OUTPUT - 1);
        assertThat(i == 0 || each.at() >= load.get(i - 1).at()).isTrue();
      }
    }
  }

  @Test
  void theNoisyTenantAsksFirstAndTheOthersOverTime() {
    var load = REQUESTS.noisy(300);

    assertThat(load.subList(0, 350)).allMatch(each -> each.tenant().equals(Requests.NOISY));
    var others = load.subList(350, 500);
    assertThat(others).noneMatch(each -> each.tenant().equals(Requests.NOISY));
    assertThat(others.getLast().at()).isBetween(290.0, 300.0);
  }

  @Test
  void aRecordingIsPlayedAtOneASecondOrFaster() {
    assertThat(REQUESTS.likeRecorded(1).getLast().at()).isBetween(498.9, 499.1);
    assertThat(REQUESTS.likeRecorded(2).getLast().at()).isBetween(249.4, 249.6);
  }

  @Test
  void theRecordingThatIsMadeHasTheQuantilesOfTheRealOne() {
    var inputs =
        new Requests(4_000, 1, 0).likeRecorded(1).stream().map(Offered::input).sorted().toList();

    assertThat(inputs.get(2_000)).isBetween(980, 1_060);
    assertThat(inputs.get(3_600)).isBetween(2_600, 2_870);
  }
}
