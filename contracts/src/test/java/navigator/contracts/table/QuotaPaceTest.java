package navigator.contracts.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotaPaceTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");

  private final Map<String, Long> item =
      new HashMap<>(
          Map.of(
              QuotaAttribute.CALLS, 40L,
              QuotaAttribute.SLOT, 1_000_000L,
              QuotaAttribute.LATENCY, 4_000_000L,
              QuotaAttribute.HELD, 60_000L,
              QuotaAttribute.TAT, micros(NOW)));

  @Test
  void whatWaitsTakesItsSlots() {
    assertThat(time(30, 50)).isEqualTo(Duration.ofSeconds(30));
    assertThat(time(0, 50)).isZero();
    assertThat(time(-3, 50)).isZero();
  }

  @Test
  void whereTheWorkersAreSlowerThanTheQuotaTheirsIsThePace() {
    assertThat(time(30, 2)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void aClosedGateIsWaitedForFirst() {
    close(NOW.plusSeconds(7));
    assertThat(time(30, 50)).isEqualTo(Duration.ofSeconds(37));
    close(NOW.minusSeconds(7));
    assertThat(time(30, 50)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aQuotaThatIsStillSearchedForIsToldAsSuch() {
    assertThat(pace().orElseThrow().found()).isTrue();
    item.remove(QuotaAttribute.HELD);
    assertThat(pace().orElseThrow().found()).isFalse();
    assertThat(pace().orElseThrow().workersTime(100, 50)).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void whileAQuotaIsSearchedForNoLongWaitIsForeseen() {
    assertThat(foreseen(11)).contains(Duration.ofSeconds(11));
    item.remove(QuotaAttribute.HELD);
    assertThat(foreseen(11)).isEmpty();
    assertThat(foreseen(10)).contains(Duration.ofSeconds(10));
    assertThat(pace().orElseThrow().foreseen(2, 50, NOW, Duration.ofSeconds(10))).isEmpty();
  }

  private Optional<Duration> foreseen(long more) {
    return pace().orElseThrow().foreseen(more, 50, NOW);
  }

  @Test
  void whatIsOutOfDateIsNotTold() {
    item.put(QuotaAttribute.TAT, micros(NOW.minusSeconds(60)));
    assertThat(pace()).isPresent();
    item.put(QuotaAttribute.TAT, micros(NOW.minusSeconds(61)));
    assertThat(pace()).isEmpty();
    close(NOW.plusSeconds(10));
    assertThat(pace()).isPresent();
  }

  @Test
  void aModelThatMayNotBeCalledForAnotherReasonTellsNothing() {
    close(NOW.plusSeconds(10));
    item.put(QuotaAttribute.THROTTLED_RATE, 0L);
    assertThat(pace()).isEmpty();
  }

  @Test
  void anItemWithoutASlotTellsNothing() {
    item.clear();
    assertThat(pace()).isEmpty();
  }

  private void close(Instant until) {
    item.put(QuotaAttribute.CLOSED, 1L);
    item.put(QuotaAttribute.THROTTLED_RATE, 60_000L);
    item.put(QuotaAttribute.PROBE_UNTIL, micros(until));
  }

  private Duration time(long more, int atOnce) {
    return pace().orElseThrow().time(more, atOnce, NOW);
  }

  private Optional<QuotaPace> pace() {
    return QuotaPace.of(name -> item.getOrDefault(name, 0L), NOW);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
