package navigator.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimTextTest {

  @Test
  void everyClaimBecomesAString() {
    assertThat(ClaimText.of("a b")).isEqualTo("a b");
    assertThat(ClaimText.of(true)).isEqualTo("true");
    assertThat(ClaimText.of(1_773_342_238L)).isEqualTo("1773342238");
    assertThat(ClaimText.of(List.of("admin", "staff"))).isEqualTo("[admin staff]");
    assertThat(ClaimText.of(List.of())).isEqualTo("[]");
    assertThat(ClaimText.of(Map.of("b", 2L, "a", List.of(1L)))).isEqualTo("map[a:[1] b:2]");
  }
}
