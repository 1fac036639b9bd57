package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.table.QuotaAttribute;
import navigator.contracts.table.QuotaPace;
import navigator.inference.simulation.Demand;
import navigator.inference.simulation.SimulatedBedrock;
import navigator.inference.simulation.SimulatedFleet;
import navigator.inference.simulation.SimulatedFleet.Setup;
import navigator.inference.simulation.SimulatedTable;
import navigator.inference.simulation.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the governor's item tells others of its pace, against how the backlog then drains. */
class PaceToldTest {

  private static final long QUOTA = 60 * 2_300;
  private static final int BATCH = 10;

  private final SimulatedTable table = new SimulatedTable();

  /** A backlog at a steady pace, limited by the quota or by what the fleet can do at once. */
  @ParameterizedTest
  @CsvSource({
    "known quota,       1, 3, 600",
    "slower workers,   50, 1, 600",
    "ample quota,      50, 3, 1500",
  })
  void howLongABacklogTakesIsToldWithinAFactorOfTwo(
      String what, long quotas, int environments, int messages) {
    QuotaSettings settings =
        new QuotaSettings(quotas * QUOTA, 0, QUOTA, 5, 5, Duration.ofSeconds(30));
    SimulatedBedrock bedrock =
        SimulatedBedrock.ofTokens(Window.Kind.BUCKET, quotas * QUOTA, Demand.CHAT, 17_000_000);
    SimulatedFleet fleet =
        new SimulatedFleet(
            new Setup(settings, Demand.CHAT, environments, BATCH, 0, 0, 0, 0), table, bedrock, 7);
    fleet.send(messages);
    fleet.run(Duration.ofSeconds(20));
    long asked = fleet.now();
    int backlog = messages - fleet.answered();
    long ticket = table.get(QuotaField.CALLS) + backlog;
    double told = told(ticket, fleet, environments);
    while (fleet.answered() < messages / 2) {
      fleet.run(Duration.ofSeconds(1));
    }
    double later = told(ticket, fleet, environments);
    long half = fleet.now();
    while (fleet.answered() < messages) {
      fleet.run(Duration.ofSeconds(1));
    }

    double took = seconds(fleet.now() - asked);
    assertThat(told).as(what).isBetween(took / 2, took * 2);
    assertThat(later)
        .as(what)
        .isBetween(seconds(fleet.now() - half) / 2, seconds(fleet.now() - half) * 2);
  }

  /** A backlog against a quota that nobody knows; all ask once a second. */
  @Test
  void whileAQuotaIsSearchedForNothingIsToldThatItsEndMakesUntrue() {
    SimulatedFleet fleet = searching(3);
    int messages = 600;
    long start = fleet.now();
    fleet.send(messages);
    fleet.run(Duration.ofSeconds(5));
    long last = table.get(QuotaField.CALLS) + messages - fleet.answered();
    Map<Long, Double> told = new HashMap<>();
    while (fleet.answered() < messages) {
      long now = fleet.now();
      foreseen(last, fleet, 3).ifPresent(seconds -> told.put(now, seconds));
      fleet.run(Duration.ofSeconds(1));
    }

    long end = fleet.now();
    assertThat(Collections.min(told.keySet())).isBetween(start, start + (end - start) / 2);
    // The last calls are made long before their answers are there.
    told.keySet().removeIf(at -> end - at < 120_000_000);
    assertThat(told)
        .hasSizeGreaterThan(300)
        .allSatisfy((at, wait) -> assertThat(seconds(end - at) / wait).isBetween(0.5, 2.0));
  }

  /** A backlog against a quota that nobody knows; each asks once, as soon as anything is told. */
  @Test
  void theFirstThatIsToldOfAQuotaThatWasFoundIsTrueOfMost() {
    SimulatedFleet fleet = searching(5);
    int messages = 600;
    for (int i = 0; i < messages; i++) {
      fleet.sendOf("user-" + i, 1);
    }
    long sent = fleet.now();
    while (table.read().isEmpty() || table.get(QuotaField.HELD) == 0) {
      fleet.run(Duration.ofMillis(100));
    }
    double asked = seconds(fleet.now() - sent);
    Map<String, Double> told = new HashMap<>();
    for (int i = 0; i < messages; i++) {
      String user = "user-" + i;
      if (fleet.waits(user).isEmpty()) {
        told.put(user, told(i + 1, fleet, 5));
      }
    }
    while (fleet.answered() < messages) {
      fleet.run(Duration.ofSeconds(1));
    }

    double right =
        told.entrySet().stream()
            .mapToDouble(e -> (seconds(fleet.waits(e.getKey()).getFirst()) - asked) / e.getValue())
            .filter(factor -> factor >= 0.5 && factor <= 2)
            .count();
    assertThat(right / told.size()).isGreaterThan(0.8);
  }

  @Test
  void slotsThatAThrottleMadeVoidAreTakenBack() {
    QuotaSettings known = new QuotaSettings(60_000, 0, 1, 5, 5, Duration.ofSeconds(30));
    Instant now = Instant.parse("2026-03-01T09:00:00Z");
    QuotaGovernor governor = new QuotaGovernor(table, known, Tempo.REAL, () -> now);
    CallCost cost = new CallCost(990, 0, Duration.ofSeconds(4));
    Slot first = granted(governor, cost);
    for (int i = 1; i < 10; i++) {
      granted(governor, cost);
    }
    assertThat(table.get(QuotaField.CALLS)).isEqualTo(10);
    governor.throttled(first, Throttle.MINUTE);
    assertThat(table.get(QuotaField.CALLS)).isZero();
  }

  @Test
  void whatOthersReadIsWhatTheGovernorWrites() {
    assertThat(
            Stream.of(
                    QuotaField.CALLS,
                    QuotaField.SLOT,
                    QuotaField.LATENCY,
                    QuotaField.TAT,
                    QuotaField.HELD,
                    QuotaField.CLOSED,
                    QuotaField.THROTTLED_RATE,
                    QuotaField.PROBE_UNTIL)
                .map(QuotaField::attribute))
        .containsExactly(
            QuotaAttribute.CALLS,
            QuotaAttribute.SLOT,
            QuotaAttribute.LATENCY,
            QuotaAttribute.TAT,
            QuotaAttribute.HELD,
            QuotaAttribute.CLOSED,
            QuotaAttribute.THROTTLED_RATE,
            QuotaAttribute.PROBE_UNTIL);
  }

  private SimulatedFleet searching(int environments) {
    QuotaSettings unknown = new QuotaSettings(0, 0, QUOTA / 6, 5, 5, Duration.ofSeconds(30));
    SimulatedBedrock bedrock =
        SimulatedBedrock.ofTokens(Window.Kind.BUCKET, QUOTA, Demand.CHAT, 17_000_000);
    Setup setup = new Setup(unknown, Demand.CHAT, environments, BATCH, 0, 0, 0, 0);
    return new SimulatedFleet(setup, table, bedrock, 7);
  }

  private static Slot granted(QuotaGovernor governor, CallCost cost) {
    return switch (governor.reserve(cost, Priority.NORMAL, Duration.ofSeconds(20))) {
      case Reservation.Granted(Slot slot) -> slot;
      case Reservation.Soon soon -> throw new AssertionError(soon);
      case Reservation.Later later -> throw new AssertionError(later);
    };
  }

  private double told(long ticket, SimulatedFleet fleet, int environments) {
    return foreseen(ticket, fleet, environments).orElseThrow();
  }

  private Optional<Double> foreseen(long ticket, SimulatedFleet fleet, int environments) {
    QuotaState state = table.read().orElseThrow();
    Map<String, Long> item =
        Stream.of(QuotaField.values()).collect(Collectors.toMap(QuotaField::attribute, state::get));
    Instant now = Micros.instant(fleet.now());
    return QuotaPace.of(name -> item.getOrDefault(name, 0L), now)
        .flatMap(pace -> pace.foreseen(ticket - pace.calls(), environments * BATCH, now))
        .map(time -> time.toMillis() / 1_000.0);
  }

  private static double seconds(long micros) {
    return micros / 1_000_000.0;
  }
}
