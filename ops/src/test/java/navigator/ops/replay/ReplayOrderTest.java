package navigator.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.ops.LetterFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayOrderTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @ValueSource(strings = {"", "Big", "a b", "a#b", "a_b"})
  void aNameThatCannotBeIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order(name, "ada", "why"))
        .withMessage("name must be 1 to 64 of a-z, 0-9 and -");
  }

  @Test
  void aNameHasAnEnd() {
    assertThat(ReplayOrder.isName("x".repeat(64))).isTrue();
    assertThat(ReplayOrder.isName("x".repeat(65))).isFalse();
  }

  @Test
  void nobodyAndNoReasonAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order("a", " ", "why"))
        .withMessageStartingWith("actor must");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order("a", "ada", ""))
        .withMessageStartingWith("reason must");
  }

  @Test
  void everyTermHasItsRange() {
    refused("rate", () -> new ReplayTerms(0, 1, 0, 0, HOUR));
    refused("rate", () -> new ReplayTerms(60_001, 1, 0, 0, HOUR));
    refused("maximum", () -> new ReplayTerms(1, 0, 0, 0, HOUR));
    refused("maximum", () -> new ReplayTerms(1, 100_001, 0, 0, HOUR));
    refused("canary", () -> new ReplayTerms(1, 1, -1, 0, HOUR));
    refused("canary", () -> new ReplayTerms(1, 1, 101, 0, HOUR));
    refused("stop_share", () -> new ReplayTerms(1, 1, 0, -0.1, HOUR));
    refused("stop_share", () -> new ReplayTerms(1, 1, 0, 1.1, HOUR));
    refused("stop_share", () -> new ReplayTerms(1, 1, 0, Double.NaN, HOUR));
    refused("deadline_seconds", () -> new ReplayTerms(1, 1, 0, 0, Duration.ofSeconds(29)));
    refused("deadline_seconds", () -> new ReplayTerms(1, 1, 0, 0, Duration.ofSeconds(3_601)));
  }

  @Test
  void aListHasAtLeastOneAndNotTooMany() {
    refused("ids", () -> new Selection.Listed(List.of()));
    List<RequestId> many =
        Stream.generate(RequestId::random).limit(Selection.Listed.MOST + 1).toList();
    refused("ids", () -> new Selection.Listed(many));
    RequestId one = RequestId.random();
    assertThat(new Selection.Listed(List.of(one, one)).ids()).containsExactly(one);
  }

  private static void refused(String name, Runnable making) {
    assertThatIllegalArgumentException()
        .isThrownBy(making::run)
        .withMessageStartingWith(name + " must be");
  }

  private static ReplayOrder order(String name, String actor, String reason) {
    return new ReplayOrder(
        name, actor, reason, new Selection.Filtered(LetterFilter.ALL), ReplayTerms.DEFAULT);
  }
}
