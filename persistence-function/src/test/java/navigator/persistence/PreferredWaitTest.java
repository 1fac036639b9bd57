package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferredWaitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=7 | 7",
        "WAIT = 7 | 7",
        "wait=007 | 7",
        "wait=0 | 0",
        "respond-async, wait=7 | 7",
        "wait=7;polite | 7",
        "wait=7 ; why=\"a, b; c\" , handling=lenient | 7",
        "note=\"a, wait=3, \\\"b\", wait=7 | 7",
        "wait=7, wait=3 | 7",
        ",, wait=7 ,| 7",
        "wait=99999999999999999999999 | 2147483647",
      })
  void theWaitIsFoundAmongThePreferences(String prefer, long seconds) {
    assertThat(PreferredWait.in(prefer)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wait",
        "wait=",
        "wait=-1",
        "wait=+1",
        "wait=1.5",
        "wait=1s",
        "wait=\"7\"",
        "wait=x, wait=7",
        "waiting=7",
        "wait:7",
        "respond-async",
        "note=\"wait=7",
        "note=\"a, wait=7",
        "handling=lenient; wait=7",
        "note=\"a\\\", wait=7\"",
        "wait=\u0667"
      })
  void whatIsMalformedOrNoWaitIsPassedOver(String prefer) {
    assertThat(PreferredWait.in(prefer)).isEmpty();
  }

  @Test
  void withoutTheHeaderThereIsNoWait() {
    assertThat(PreferredWait.in(null)).isEmpty();
  }

  @Test
  void aHeaderAsLongAsTheyComeIsReadAllTheSame() {
    assertThat(PreferredWait.in("a=\"" + "\\\"".repeat(5_000) + "\", wait=7"))
        .contains(Duration.ofSeconds(7));
    assertThat(PreferredWait.in("wait=" + "0".repeat(10_000) + "x")).isEmpty();
  }
}
