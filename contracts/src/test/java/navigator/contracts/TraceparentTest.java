package navigator.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

  private static final String VALID = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void theClientsTraceGoesOn() {
    assertThat(Traceparent.ofHeader(VALID)).hasToString(VALID);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
      })
  void aHeaderThatIsNoneIsReplacedByANewTrace(@Nullable String header) {
    Traceparent trace = Traceparent.ofHeader(header);
    assertThat(new Traceparent(trace.value())).isEqualTo(trace);
    assertThat(trace).isNotEqualTo(Traceparent.ofHeader(header));
  }

  @Test
  void aTraceOfAnotherFormIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Traceparent("00-1-2-3"));
  }
}
