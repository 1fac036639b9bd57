package navigator.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"1, 1", "59, 1", "60, 1", "119, 1", "120, 2", "600, 10", "60000, 10"})
  void asManyAreAskedAtOnceAsASecondHasRoomFor(int rate, int atOnce) {
    assertThat(new Pace(rate).atOnce()).isEqualTo(atOnce);
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "10, 10", "300, 300", "60000, 1000"})
  void whatIsOutstandingIsAMinutesRateWithinBounds(int rate, int most) {
    assertThat(new Pace(rate).mostOutstanding()).isEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60, 90, 600, 1_000, 60_000})
  void noMinuteHasMoreThanTheRate(int rate) {
    Pace pace = new Pace(rate);
    List<Instant> asked = new ArrayList<>();
    Instant now = NOW;
    while (asked.size() <= 3 * rate) {
      now = now.plus(pace.until(pace.next(0, now), now));
      for (int i = 0; i < pace.atOnce(); i++) {
        asked.add(now);
      }
      now = pace.next(pace.atOnce(), now);
    }
    for (int first = 0; first + rate < asked.size(); first += pace.atOnce()) {
      assertThat(Duration.between(asked.get(first), asked.get(first + rate)))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1).minusNanos(3L * rate));
    }
  }

  @Test
  void nothingIsMadeUpForAfterAPause() {
    Pace pace = new Pace(60);
    Instant due = pace.next(1, NOW);
    Instant late = NOW.plus(Duration.ofHours(1));
    assertThat(pace.until(due, late)).isZero();
    assertThat(pace.until(pace.next(1, late), late)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theFirstIsAskedAtOnce() {
    assertThat(new Pace(1).until(null, NOW)).isZero();
  }

  @Test
  void theTimeOfAllIsTheirNumberAtTheRate() {
    assertThat(new Pace(120).time(600)).isEqualTo(Duration.ofMinutes(5));
  }
}
