package navigator.infra;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Period;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final Retention USUAL = Retention.defaults();

  @Test
  void deadLettersGoNoLaterThanTheMessagesThatTheyAreFoundBy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Period.ofDays(7), Period.ofDays(8)))
        .withMessageContaining("P7D, not P8D");
    with(Period.ofDays(7), Period.ofDays(7));
  }

  private static Retention with(Period messages, Period deadLetters) {
    return new Retention(messages, deadLetters, USUAL.queued(), USUAL.failed(), USUAL.logs());
  }
}
