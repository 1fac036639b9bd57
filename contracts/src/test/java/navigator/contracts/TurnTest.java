package navigator.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {

  private static final Instant START = Instant.parse("2026-03-02T09:59:59.999990Z");

  @Test
  void theFirstTurnIsTheClock() {
    assertThat(Turn.next(START, null)).hasToString("2026-03-02T09:59:59.999990Z");
  }

  @Test
  void aClockThatStandsStillGivesTheNextFreeTurn() {
    Turn first = Turn.next(START, null);
    assertThat(Turn.next(START, first)).hasToString("2026-03-02T09:59:59.999992Z");
  }

  @Test
  void whatIsFinerThanAMicrosecondMakesNoTurn() {
    assertThat(new Turn(START.plusNanos(999))).isEqualTo(new Turn(START));
  }

  @Test
  void aWholeSecondHasItsSixDigits() {
    Turn turn = new Turn(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(turn).hasToString("2026-03-02T10:00:00.000000Z");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void turnsAndRepliesIncreaseAsTimesAndAsTextWhateverTheClockDoes(long seed) {
    RandomGenerator random = new Random(seed);
    Instant now = START;
    Turn last = null;
    for (int i = 0; i < 500; i++) {
      Turn next = Turn.next(now, last);
      assertFollows(last, next);
      assertThat(Turn.parse(next.toString())).isEqualTo(next);
      last = next;
      now = now.plusNanos(random.nextLong(-3_000, 5_000));
    }
  }

  private static void assertFollows(@Nullable Turn last, Turn next) {
    assertThat(IsoMicros.format(next.reply())).isGreaterThan(next.toString());
    if (last != null) {
      assertThat(next).isGreaterThan(last);
      assertThat(next.at()).isAfter(last.reply());
      assertThat(next.toString()).isGreaterThan(IsoMicros.format(last.reply()));
    }
  }

  private static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+10000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z"
      })
  void aYearThatHasNotFourDigitsIsNoTime(String text) {
    assertThatThrownBy(() -> Turn.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
