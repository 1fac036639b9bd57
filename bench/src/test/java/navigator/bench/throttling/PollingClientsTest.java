package navigator.bench.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.bench.load.Offered;
import navigator.bench.load.Pace;
import navigator.bench.measure.Estimates.Told;
import navigator.contracts.table.QuotaAttribute;
import org.junit.jupiter.api.Test;

class PollingClientsTest {

  private static final Pace SIXFOLD = new Pace(Duration.ofSeconds(10));
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  /** A second at the pace of the run. */
  private static final long SLOT = 1_000_000L / 6;

  private final PollingClients pollers =
      new PollingClients(
          List.of(offered(0, 0), offered(1, 0), offered(2, 30)),
          List.of("first", "second", "third"),
          10,
          SIXFOLD);

  @Test
  void nothingIsToldWhileNobodyKnowsThePace() {
    pollers.look(Map.of(), 2, 0, NOW);

    assertThat(pollers.estimates().told()).isEmpty();
    assertThat(pollers.areTold()).isFalse();
  }

  @Test
  void eachIsToldOnceByItsPlaceInTheBacklogItCameTo() {
    pollers.look(Map.of(), 2, 0, NOW);
    pollers.look(quota(1), 2, 2, NOW);
    pollers.look(quota(2), 1, 3, NOW);

    assertThat(pollers.estimates().told()).extracting(Told::at).containsExactly(2.0, 2.0);
    assertToldSeconds(0, 1);
  }

  @Test
  void whoComesLaterStandsBehindWhatIsThere() {
    pollers.look(quota(20), 7, 31, NOW);

    assertThat(pollers.areTold()).isTrue();
    assertThat(pollers.estimates().told())
        .extracting(Told::question)
        .containsExactly("first", "second", "third");
    assertToldSeconds(5, 6, 7);
  }

  @Test
  void whileThePaceIsSearchedForNoLongWaitIsTold() {
    pollers.look(quota(20), 12, 31, NOW);
    assertToldSeconds(10);
    assertThat(pollers.areTold()).isFalse();

    Map<String, Long> found = new HashMap<>(quota(22));
    found.put(QuotaAttribute.HELD, 60_000L);
    pollers.look(found, 10, 33, NOW);
    assertToldSeconds(10, 9, 10);
  }

  private void assertToldSeconds(double... seconds) {
    List<Told> told = pollers.estimates().told();
    assertThat(told).hasSize(seconds.length);
    for (int i = 0; i < seconds.length; i++) {
      assertThat(told.get(i).seconds()).isBetween(seconds[i] - 0.01, seconds[i] + 0.01);
    }
  }

  private static Map<String, Long> quota(long calls) {
    return Map.of(
        QuotaAttribute.CALLS,
        calls,
        QuotaAttribute.SLOT,
        SLOT,
        QuotaAttribute.TAT,
        ChronoUnit.MICROS.between(Instant.EPOCH, NOW));
  }

  private static Offered offered(int number, double at) {
    return new Offered(number, at, "tenant", 900, 100);
  }
}
