package navigator.ingest.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.testing.TestTable;
import navigator.ingest.Admission;
import navigator.ingest.IdempotencyKey;
import navigator.ingest.Promised;
import org.junit.jupiter.api.Test;

class IdempotentAdmissionsContractTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00.123456Z");
  private static final Duration REMAINING = Duration.ofSeconds(15);
  private static final IdempotencyKey KEY = new IdempotencyKey("try-1");
  private static final Promised PROMISED =
      new Promised(RequestId.random(), ConversationId.random(), NOW, NOW.plusSeconds(900), null);

  private final TestIdempotencyTable table =
      TestIdempotencyTable.create(TestTable.create().client());
  private Instant now = NOW;
  private final IdempotentAdmissions admissions =
      new IdempotentAdmissions(table.client(), table.name(), () -> now);

  @Test
  void whatWasPromisedIsToldToWhoeverAsksAgain() {
    begun("ann", "a").succeed(PROMISED);
    assertThat(begin("ann", "a")).isEqualTo(new Admission.Done(PROMISED));
  }

  @Test
  void aKeyThatIsBeingUsedIsNotUsedTwice() {
    begun("ann", "a");
    assertThat(begin("ann", "a")).isEqualTo(new Admission.InProgress());
  }

  @Test
  void anotherBodyIsRefusedBeforeAndAfterTheEnd() {
    Admission.Execution execution = begun("ann", "a");
    assertThat(begin("ann", "b")).isEqualTo(new Admission.KeyReused());
    execution.succeed(PROMISED);
    assertThat(begin("ann", "b")).isEqualTo(new Admission.KeyReused());
  }

  @Test
  void theSameKeyOfAnotherUserIsAnother() {
    begun("ann", "a").succeed(PROMISED);
    assertThat(begin("bob", "b")).isInstanceOf(Admission.Begun.class);
  }

  @Test
  void whatWasAbandonedIsFreeAtOnce() {
    begun("ann", "a").abandon();
    assertThat(table.items()).isEmpty();
    assertThat(begin("ann", "b")).isInstanceOf(Admission.Begun.class);
  }

  @Test
  void whatACrashedProcessLeftIsTakenOverAfterItsLease() {
    begun("ann", "a");
    now = NOW.plus(REMAINING);
    assertThat(begin("ann", "a")).isEqualTo(new Admission.InProgress());
    now = NOW.plus(REMAINING).plusSeconds(6);
    assertThat(begin("ann", "a")).isInstanceOf(Admission.Begun.class);
  }

  @Test
  void whoWasTakenOverEndsNothingAnyMore() {
    Admission.Execution late = begun("ann", "a");
    now = NOW.plusSeconds(60);
    Admission.Execution winner = begun("ann", "a");
    late.abandon();
    late.succeed(new Promised(RequestId.random(), ConversationId.random(), NOW, NOW, null));
    assertThat(begin("ann", "a")).isEqualTo(new Admission.InProgress());
    winner.succeed(PROMISED);
    late.abandon();
    assertThat(begin("ann", "a")).isEqualTo(new Admission.Done(PROMISED));
  }

  @Test
  void aRecordIsForgottenAfterADay() {
    begun("ann", "a").succeed(PROMISED);
    now = NOW.plus(Duration.ofHours(24)).plusSeconds(1);
    assertThat(begin("ann", "b")).isInstanceOf(Admission.Begun.class);
  }

  @Test
  void ofCallsThatRaceOneBegins() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Admission>> racers =
          IntStream.range(0, 8)
              .<Callable<Admission>>mapToObj(_ -> () -> begin("ann", "a"))
              .toList();
      int begun = 0;
      for (Future<Admission> racer : threads.invokeAll(racers)) {
        begun += racer.get() instanceof Admission.Begun ? 1 : 0;
      }
      assertThat(begun).isEqualTo(1);
    }
  }

  private Admission.Execution begun(String user, String fingerprint) {
    return switch (begin(user, fingerprint)) {
      case Admission.Begun(var execution) -> execution;
      case Admission other -> throw new AssertionError(other);
    };
  }

  private Admission begin(String user, String fingerprint) {
    return admissions.begin(user, KEY, fingerprint, REMAINING);
  }
}
