package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.inference.VirtualClock;
import navigator.inference.quota.CallCost;
import navigator.inference.quota.Priority;
import navigator.inference.quota.QuotaChange;
import navigator.inference.quota.QuotaField;
import navigator.inference.quota.QuotaGovernor;
import navigator.inference.quota.QuotaSettings;
import navigator.inference.quota.QuotaState;
import navigator.inference.quota.QuotaWriting;
import navigator.inference.quota.Reservation;
import navigator.inference.quota.Slot;
import navigator.inference.quota.Tempo;
import navigator.inference.quota.Throttle;
import org.junit.jupiter.api.Test;

class QuotaItemContractTest {

  private static final CallCost SECOND = new CallCost(990, 0, Duration.ofSeconds(4));

  private static final QuotaSettings SETTINGS =
      new QuotaSettings(60_000, 0, 1, 5, 5, Duration.ofSeconds(30));

  private final TestTable table = TestTable.create();
  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final QuotaItem item =
      item(TestClients.of(table, Clients.patient(Duration.ofMinutes(1))));

  @Test
  void whatIsNotThereCannotBeRead() {
    assertThat(item.read()).isEmpty();
  }

  @Test
  void itIsStartedOnce() {
    QuotaChange start = change(true, List.of(), Map.of(QuotaField.EPISODE, 1L), Map.of());

    assertThat(item.write(start)).isEqualTo(new QuotaWriting.Written(state(QuotaField.EPISODE, 1)));
    assertThat(item.write(start)).isEqualTo(new QuotaWriting.Refused(state(QuotaField.EPISODE, 1)));
    assertThat(item.read()).contains(state(QuotaField.EPISODE, 1));
  }

  @Test
  void nothingIsChangedThatIsNotThere() {
    QuotaChange change = change(false, List.of(), Map.of(QuotaField.TAT, 5L), Map.of());

    assertThat(item.write(change)).isEqualTo(new QuotaWriting.Refused(null));
  }

  @Test
  void aChangeSetsAddsAndIsRefusedAsInTheCore() {
    QuotaState state = new QuotaState(Map.of(QuotaField.EPISODE, 1L, QuotaField.TAT, 7L));
    item.write(change(true, List.of(), state.fields(), Map.of()));
    for (QuotaField field : List.of(QuotaField.TAT, QuotaField.USED)) {
      for (long least = -1; least <= 8; least++) {
        QuotaChange change =
            change(
                false,
                List.of(new QuotaChange.Condition(field, least, least + 1)),
                Map.of(QuotaField.BASE, least),
                Map.of(QuotaField.GRANTED, 3L));
        boolean allowed = change.allowedOn(state);
        state = allowed ? state.after(change) : state;

        assertThat(item.write(change))
            .isEqualTo(allowed ? new QuotaWriting.Written(state) : new QuotaWriting.Refused(state));
      }
    }
    assertThat(state.fields()).containsKey(QuotaField.GRANTED);
  }

  @Test
  void manyAtOnceGetASlotEachAndNoTwoTheSame() throws Exception {
    List<QuotaGovernor> fleet = IntStream.range(0, 4).mapToObj(_ -> governor()).toList();
    List<Instant> slots = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Instant>> waiting =
          IntStream.range(0, 40)
              .mapToObj(i -> threads.submit(() -> slot(fleet.get(i % fleet.size())).at()))
              .toList();
      for (Future<Instant> each : waiting) {
        slots.add(each.get());
      }
    }

    assertThat(slots)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 40).mapToObj(i -> clock.instant().plusSeconds(i)).toList());
  }

  @Test
  void ofManyThrottledAtOnceOneClosesTheGateAndOneProbes() throws Exception {
    QuotaGovernor governor = governor();
    List<Slot> slots = IntStream.range(0, 8).mapToObj(_ -> slot(governor)).toList();
    concurrently(slots, slot -> governor.throttled(slot, Throttle.MINUTE));
    clock.advance(Duration.ofSeconds(1));

    List<QuotaGovernor> fleet = IntStream.range(0, 8).mapToObj(_ -> governor()).toList();
    List<Reservation> reservations = new ArrayList<>();
    concurrently(
        fleet,
        each -> {
          Reservation reservation = each.reserve(SECOND, Priority.NORMAL, Duration.ofMinutes(1));
          synchronized (reservations) {
            reservations.add(reservation);
          }
        });

    assertThat(reservations)
        .hasSize(8)
        .filteredOn(Reservation.Granted.class::isInstance)
        .hasSize(1);
    assertThat(reservations).doesNotHaveDuplicates();
  }

  @Test
  void aTableThatIsAwayIsUnreachable() {
    QuotaItem nowhere = item(TestClients.at(URI.create("http://127.0.0.1:1")));

    assertThat(nowhere.read()).isEmpty();
    assertThat(nowhere.write(change(true, List.of(), Map.of(QuotaField.EPISODE, 1L), Map.of())))
        .isEqualTo(new QuotaWriting.Unreachable());
  }

  @Test
  void aWriteWhoseAnswerWasLostIsNotRepeated() {
    try (LosesAnswers http = new LosesAnswers(Clients.quick(), 1)) {
      QuotaItem unlucky = item(TestClients.of(table, http));

      assertThat(unlucky.write(change(true, List.of(), Map.of(QuotaField.EPISODE, 1L), Map.of())))
          .isEqualTo(new QuotaWriting.Unreachable());
      assertThat(http.calls()).isEqualTo(1);
    }
    assertThat(item.read()).isPresent();
  }

  private interface Task<T> {
    void on(T input);
  }

  private static <T> void concurrently(List<T> inputs, Task<T> task) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> futures =
          inputs.stream().map(each -> threads.submit(() -> task.on(each))).toList();
      for (Future<?> future : futures) {
        future.get();
      }
    }
  }

  private static Slot slot(QuotaGovernor governor) {
    return ((Reservation.Granted) governor.reserve(SECOND, Priority.NORMAL, Duration.ofMinutes(1)))
        .slot();
  }

  private QuotaGovernor governor() {
    return new QuotaGovernor(item, SETTINGS, Tempo.REAL, clock);
  }

  private QuotaItem item(Clients clients) {
    return new QuotaItem(
        clients.quota(Duration.ofMinutes(1)), table.name(), Keys.quota("us-west-2", "model"));
  }

  private static QuotaState state(QuotaField field, long value) {
    return new QuotaState(Map.of(field, value));
  }

  private static QuotaChange change(
      boolean ifAbsent,
      List<QuotaChange.Condition> conditions,
      Map<QuotaField, Long> sets,
      Map<QuotaField, Long> adds) {
    return new QuotaChange(ifAbsent, conditions, sets, adds);
  }
}
