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
  void whatSaysNothingAdmitsAll() {
    assertThat(LetterFilter.ALL.admits(null, null, null, NOON)).isTrue();
    assertThat(LetterFilter.ALL.described()).isEmpty();
  }

  @Test
  void codeModelAndUserMustBeTheSame() {
    var filter = new LetterFilter(ErrorCode.THROTTLED, "m", "u", null, null);
    assertThat(filter.admits(ErrorCode.THROTTLED, "m", "u", NOON)).isTrue();
    assertThat(filter.admits(ErrorCode.INTERNAL, "m", "u", NOON)).isFalse();
    assertThat(filter.admits(ErrorCode.THROTTLED, "n", "u", NOON)).isFalse();
    assertThat(filter.admits(ErrorCode.THROTTLED, "m", "v", NOON)).isFalse();
    assertThat(filter.admits(null, "m", "u", NOON)).isFalse();
  }

  @Test
  void theTimeIncludesItsBeginningAndNotItsEnd() {
    var filter = new LetterFilter(null, null, null, NOON, ONE);
    assertThat(filter.admits(null, null, null, NOON.minusNanos(1_000))).isFalse();
    assertThat(filter.admits(null, null, null, NOON)).isTrue();
    assertThat(filter.admits(null, null, null, ONE.minusNanos(1_000))).isTrue();
    assertThat(filter.admits(null, null, null, ONE)).isFalse();
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
