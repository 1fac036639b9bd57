package navigator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.ErrorCode;
import org.junit.jupiter.api.Test;

class LetterFilterTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant ONE = Instant.parse("2026-03-02T13:00:00Z");

  @Test
  void whatMeansAllSaysNothing() {
    assertThat(LetterFilter.ALL.described()).isEmpty();
  }

  @Test
  void itSaysWhatItIsByTheNamesOfTheTable() {
    assertThat(new LetterFilter(ErrorCode.THROTTLED, "m", "u", NOON, ONE).described())
        .isEqualTo(
            Map.of(
                "error_code", "throttled",
                "model", "m",
                "user_id", "u",
                "since", "2026-03-02T12:00:00.000000Z",
                "until", "2026-03-02T13:00:00.000000Z"));
  }

  @Test
  void anEndIsTheEarlierOfTwo() {
    LetterFilter open = new LetterFilter(ErrorCode.THROTTLED, "m", "u", NOON, null);
    LetterFilter ended = new LetterFilter(ErrorCode.THROTTLED, "m", "u", NOON, ONE);
    assertThat(open.before(ONE)).isEqualTo(ended);
    assertThat(ended.before(ONE.plusSeconds(1))).isEqualTo(ended);
    assertThat(ended.before(ONE.minusSeconds(1)).until()).isEqualTo(ONE.minusSeconds(1));
    assertThat(open.before(NOON)).isEqualTo(open);
  }

  @Test
  void whatNothingCanMeetIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LetterFilter(null, " ", null, null, null))
        .withMessage("model is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LetterFilter(null, null, "", null, null))
        .withMessage("user is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LetterFilter(null, null, null, NOON, NOON))
        .withMessage("since is not before until");
  }
}
