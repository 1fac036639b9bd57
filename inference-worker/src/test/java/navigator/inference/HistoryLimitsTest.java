package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryLimitsTest {

  private static final List<AnsweredTurn> NEWEST_FIRST =
      IntStream.rangeClosed(1, 8).mapToObj(n -> new AnsweredTurn("q" + n, "a" + n)).toList();

  @Test
  void keepsTheNewestTurnsOldestFirst() {
    assertThat(new HistoryLimits(10, 1_000).within(NEWEST_FIRST))
        .extracting(AnsweredTurn::question)
        .containsExactly("q5", "q4", "q3", "q2", "q1");
  }

  @Test
  void keepsWholeTurnsSoThatAQuestionComesFirst() {
    assertThat(new HistoryLimits(3, 1_000).within(NEWEST_FIRST)).hasSize(1);
  }

  @Test
  void stopsBeforeTheTurnThatWouldNotFit() {
    AnsweredTurn newest = new AnsweredTurn("1234567890", "1234567890");
    AnsweredTurn huge = new AnsweredTurn("x".repeat(100), "y");
    AnsweredTurn small = new AnsweredTurn("s", "s");

    assertThat(new HistoryLimits(10, 30).within(List.of(newest, huge, small)))
        .containsExactly(newest);
  }

  @Test
  void countsOtherScriptsByTheirBytes() {
    AnsweredTurn turn = new AnsweredTurn("心理健康", "急救");

    assertThat(new HistoryLimits(10, 6).within(List.of(turn))).containsExactly(turn);
    assertThat(new HistoryLimits(10, 5).within(List.of(turn))).isEmpty();
  }

  @Test
  void keepsNothingIfNothingIsAllowed() {
    assertThat(new HistoryLimits(0, 1_000).within(NEWEST_FIRST)).isEmpty();
    assertThat(new HistoryLimits(10, 0).within(NEWEST_FIRST)).isEmpty();
  }
}
