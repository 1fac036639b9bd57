package navigator.local.path;

import static navigator.local.path.LogLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import navigator.contracts.log.StateChange;
import org.junit.jupiter.api.Test;

class RequestPathTest {

  private static final List<LogLine> ANSWERED =
      List.of(
          line("submit", 0, StateChange.ACCEPTED),
          line("inference", 40, StateChange.CLAIMED),
          line("inference", 300, StateChange.CALLED, "\"outcome\":\"transient\""),
          line("inference", 1000, StateChange.CALLED, "\"outcome\":\"answered\""),
          line("inference", 1010, StateChange.OUTCOME_STORED),
          line("inference", 1030, StateChange.PUBLISHED),
          line("outcome", 1100, StateChange.PERSISTED));

  @Test
  void itsStagesAddUpToTheWhole() {
    RequestPath path = new RequestPath(ANSWERED);

    Duration sum =
        Arrays.stream(Stage.values())
            .filter(stage -> stage != Stage.TOTAL)
            .map(stage -> path.took(stage).orElseThrow())
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(path.took(Stage.TOTAL)).contains(Duration.ofMillis(1100)).contains(sum);
    assertThat(path.took(Stage.MODEL)).contains(Duration.ofMillis(960));
  }

  @Test
  void itIsOverWhenTheClientCanSeeTheEnd() {
    assertThat(new RequestPath(ANSWERED).isOver()).isTrue();
    assertThat(new RequestPath(ANSWERED.subList(0, 6)).isOver()).isFalse();
    assertThat(new RequestPath(List.of(line("cancel", 50, StateChange.CANCELLED))).isOver())
        .isTrue();
  }

  @Test
  void theOrderInWhichItsLinesCameDoesNotMatter() {
    List<LogLine> reversed = new ArrayList<>(ANSWERED);
    Collections.reverse(reversed);

    assertThat(new RequestPath(reversed)).isEqualTo(new RequestPath(ANSWERED));
  }

  @Test
  void aStageThatIsNotOverTookNoTime() {
    RequestPath path = new RequestPath(ANSWERED.subList(0, 5));

    assertThat(path.took(Stage.STORE)).isPresent();
    assertThat(path.took(Stage.PUBLISH)).isEmpty();
    assertThat(path.isOver()).isFalse();
  }

  @Test
  void aRepeatedPublicationDoesNotProlongTheStage() {
    List<LogLine> lines = new ArrayList<>(ANSWERED);
    lines.add(line("inference", 5000, StateChange.PUBLISHED));

    assertThat(new RequestPath(lines).took(Stage.PUBLISH)).contains(Duration.ofMillis(20));
  }

  @Test
  void clocksThatDifferGiveNoNegativeTimes() {
    RequestPath path =
        new RequestPath(
            List.of(
                line("submit", 5, StateChange.ACCEPTED),
                line("inference", 3, StateChange.CLAIMED)));

    assertThat(path.took(Stage.QUEUED)).contains(Duration.ZERO);
  }
}
