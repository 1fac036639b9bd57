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
import navigator.ingest.IdempotencyKey;
import navigator.ingest.KeyClaim;
import navigator.ingest.Promised;
import org.junit.jupiter.api.Test;

class PowertoolsIdempotencyRecordsContractTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00.123456Z");
  private static final Duration REMAINING = Duration.ofSeconds(15);
  private static final IdempotencyKey KEY = new IdempotencyKey("try-1");
  private static final Promised PROMISED =
      new Promised(RequestId.random(), ConversationId.random(), NOW, NOW.plusSeconds(900), null);

  private final TestIdempotencyTable table =
      TestIdempotencyTable.create(TestTable.create().client());
  private Instant now = NOW;
  private final PowertoolsIdempotencyRecords records =
      new PowertoolsIdempotencyRecords(table.client(), table.name(), () -> now);

  @Test
  void whatWasPromisedIsToldToWhoeverAsksAgain() {
    begun("ann", "a").succeed(PROMISED);
    assertThat(begin("ann", "a")).isEqualTo(new KeyClaim.Done(PROMISED));
  }

  @Test
  void aKeyThatIsBeingUsedIsNotUsedTwice() {
    begun("ann", "a");
    assertThat(begin("ann", "a")).isEqualTo(new KeyClaim.InProgress());
  }

  @Test
  void anotherBodyIsRefusedBeforeAndAfterTheEnd() {
    KeyClaim.Execution execution = begun("ann", "a");
    assertThat(begin("ann", "b")).isEqualTo(new KeyClaim.KeyReused());
    execution.succeed(PROMISED);
    assertThat(begin("ann", "b")).isEqualTo(new KeyClaim.KeyReused());
  }

  @Test
  void theSameKeyOfAnotherUserIsAnother() {
    begun("ann", "a").succeed(PROMISED);
    assertThat(begin("bob", "b")).isInstanceOf(KeyClaim.Begun.class);
  }

  @Test
  void whatWasAbandonedIsFreeAtOnce() {
    begun("ann", "a").abandon();
    assertThat(table.items()).isEmpty();
    assertThat(begin("ann", "b")).isInstanceOf(KeyClaim.Begun.class);
  }

  @Test
  void whatACrashedProcessLeftIsTakenOverAfterItsLease() {
    begun("ann", "a");
    now = NOW.plus(REMAINING);
    assertThat(begin("ann", "a")).isEqualTo(new KeyClaim.InProgress());
    now = NOW.plus(REMAINING).plusSeconds(6);
    assertThat(begin("ann", "a")).isInstanceOf(KeyClaim.Begun.class);
  }

  @Test
  void whoWasTakenOverEndsNothingAnyMore() {
    KeyClaim.Execution late = begun("ann", "a");
    now = NOW.plusSeconds(60);
    KeyClaim.Execution winner = begun("ann", "a");
    late.abandon();
    late.succeed(new Promised(RequestId.random(), ConversationId.random(), NOW, NOW, null));
    assertThat(begin("ann", "a")).isEqualTo(new KeyClaim.InProgress());
    winner.succeed(PROMISED);
    late.abandon();
    assertThat(begin("ann", "a")).isEqualTo(new KeyClaim.Done(PROMISED));
  }

  @Test
  void aRecordIsForgottenAfterADay() {
    begun("ann", "a").succeed(PROMISED);
    now = NOW.plus(Duration.ofHours(24)).plusSeconds(1);
    assertThat(begin("ann", "b")).isInstanceOf(KeyClaim.Begun.class);
  }

  @Test
  void ofCallsThatRaceOneBegins() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<KeyClaim>> racers =
          IntStream.range(0, 8).<Callable<KeyClaim>>mapToObj(_ -> () -> begin("ann", "a")).toList();
      int begun = 0;
      for (Future<KeyClaim> racer : threads.invokeAll(racers)) {
        begun += racer.get() instanceof KeyClaim.Begun ? 1 : 0;
      }
      assertThat(begun).isEqualTo(1);
    }
  }

  private KeyClaim.Execution begun(String user, String fingerprint) {
    return switch (begin(user, fingerprint)) {
      case KeyClaim.Begun(var execution) -> execution;
      case KeyClaim other -> throw new AssertionError(other);
    };
  }

  private KeyClaim begin(String user, String fingerprint) {
    return records.begin(user, KEY, fingerprint, REMAINING);
  }
}
