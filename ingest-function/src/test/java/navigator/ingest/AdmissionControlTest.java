package navigator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.http.Caller;
import navigator.contracts.metric.Metric;
import navigator.contracts.table.Keys;
import navigator.contracts.table.PaceSettings;
import navigator.contracts.table.QuotaPace;
import navigator.contracts.testing.CapturedLog;
import navigator.ingest.limit.AcquirePermit;
import navigator.ingest.limit.InMemoryLimits;
import navigator.ingest.limit.RateLimitStatus;
import navigator.ingest.limit.UserLimits;
import navigator.ingest.limit.VirtualClock;
import navigator.ingest.load.Queueing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionControlTest {

  private static final UserLimits LIMITS = new UserLimits(6, 3);
  private static final IngestConfig CONFIG =
      new IngestConfig(
          "table",
          "idempotency",
          "queue",
          Duration.ofMinutes(15),
          LIMITS,
          new PaceSettings(Keys.quota("here", "sonnet"), 50, true),
          Duration.ofDays(365));

  /** A call a second. */
  private static final QuotaPace PACE = new QuotaPace(40, 1_000_000, 4_000_000, true, 0);

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryLimits limits = new InMemoryLimits();
  private final List<RequestId> stored = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private final List<@Nullable Long> tickets = new ArrayList<>();
  private final List<Promised> promised = new ArrayList<>();
  private OptionalLong backlog = OptionalLong.of(0);
  private Optional<QuotaPace> pace = Optional.of(PACE);
  private String body = "{\"message\":\"Hi\"}";
  private StoreVerdict verdict = new StoreVerdict.Stored();

  @Test
  void whatIsAcceptedSaysWhatItsUserMayStillAskFor() {
    assertThat(submit("ann", null))
        .isInstanceOfSatisfying(
            SubmitVerdict.Accepted.class,
            accepted ->
                assertThat(accepted.rateLimit())
                    .isEqualTo(new RateLimitStatus(LIMITS, 5, Duration.ofSeconds(10))));
  }

  @Test
  void whoSubmitsTooFastIsRefusedBeforeAnythingIsWrittenAndCounted() {
    for (int i = 0; i < 6; i++) {
      assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
      stored.forEach(id -> limits.is(id, Status.COMPLETED));
    }
    try (CapturedLog log = CapturedLog.silently()) {
      assertThat(submit("ann", "key"))
          .isEqualTo(new SubmitVerdict.TooFast(LIMITS, Duration.ofSeconds(10)));
      assertThat(log.total(Metric.REQUESTS_REFUSED)).isOne();
    }
    assertThat(stored).hasSize(6);
    assertThat(begun).isEmpty();
    assertThat(submit("bob", "key")).isInstanceOf(SubmitVerdict.Accepted.class);
  }

  @Test
  void whoHasTooManyPendingIsRefused() {
    fill("ann");
    assertThat(submit("ann", null))
        .isEqualTo(new SubmitVerdict.TooManyPending(LIMITS, Duration.ofSeconds(5)));
    stored.forEach(id -> limits.is(id, Status.FALLBACK));
    assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
  }

  @Test
  void whatWasStoredUnderItsKeyIsLetInWhateverThereIsAgainstIt() {
    submit("ann", "first");
    fill("ann");
    assertThat(submit("ann", "first")).isInstanceOf(SubmitVerdict.Accepted.class);
    for (int i = 0; i < 10; i++) {
      assertThat(submit("ann", "first")).isInstanceOf(SubmitVerdict.Accepted.class);
    }
    assertThat(submit("ann", "other")).isInstanceOf(SubmitVerdict.TooFast.class);
  }

  @Test
  void limitsThatNobodyCanReadRefuseNobody() {
    fill("ann");
    limits.goAway();
    assertThat(submit("ann", null))
        .isInstanceOfSatisfying(
            SubmitVerdict.Accepted.class, accepted -> assertThat(accepted.rateLimit()).isNull());
  }

  @Test
  void aRequestForNoConversationTakesNoPermit() {
    verdict = new StoreVerdict.NoConversation();
    for (int i = 0; i < 5; i++) {
      assertThat(submit("ann", null)).isEqualTo(new SubmitVerdict.NoConversation());
    }
    verdict = new StoreVerdict.Stored();
    assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
  }

  @Test
  void whatWouldNotBeAnsweredByItsDeadlineIsRefusedUntilItWould() {
    backlog = OptionalLong.of(900);
    assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
    backlog = OptionalLong.of(937);
    try (CapturedLog log = CapturedLog.silently()) {
      assertThat(submit("ann", "key"))
          .isEqualTo(new SubmitVerdict.Overloaded(Duration.ofSeconds(37)));
      assertThat(log.total(Metric.REQUESTS_REFUSED)).isOne();
    }
    assertThat(stored).hasSize(1);
    assertThat(begun).isEmpty();
    assertThat(limits.of("ann").pending()).hasSize(1);
    backlog = OptionalLong.of(937 - 37);
    assertThat(submit("ann", "key")).isInstanceOf(SubmitVerdict.Accepted.class);
  }

  @Test
  void theDeadlineIsTheClientsOwnIfItHasOne() {
    backlog = OptionalLong.of(40);
    body = "{\"message\":\"Hi\",\"deadline_seconds\":30}";
    assertThat(submit("ann", null)).isEqualTo(new SubmitVerdict.Overloaded(Duration.ofSeconds(10)));
    body = "{\"message\":\"Hi\",\"deadline_seconds\":40}";
    assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
  }

  @Test
  void whatWasStoredUnderItsKeyIsLetInHoweverMuchWaits() {
    submit("ann", "first");
    backlog = OptionalLong.of(100_000);
    assertThat(submit("ann", "first")).isInstanceOf(SubmitVerdict.Accepted.class);
    assertThat(submit("ann", "second")).isInstanceOf(SubmitVerdict.Overloaded.class);
  }

  @Test
  void ignoranceRefusesNobody() {
    backlog = OptionalLong.of(100_000);
    pace = Optional.empty();
    assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
    pace = Optional.of(new QuotaPace(40, 1_000_000, 4_000, false, 0));
    assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
    pace = Optional.of(PACE);
    backlog = OptionalLong.empty();
    assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
  }

  @Test
  void whatIsAcceptedHasATicketAndSaysHowLongItWillWait() {
    backlog = OptionalLong.of(12);
    assertThat(submit("ann", null))
        .isInstanceOfSatisfying(
            SubmitVerdict.Accepted.class,
            accepted -> {
              assertThat(accepted.request().estimatedWaitSeconds()).isEqualTo(12);
              assertThat(accepted.request().retryAfterSeconds(Instant.EPOCH)).isEqualTo(6);
            });
    assertThat(tickets).containsExactly(52L);
    submit("ann", "key");
    assertThat(promised.getLast().estimatedWaitSeconds()).isEqualTo(12);
    assertThat(promised.getLast().toObject("ann", Map.of()).estimatedWaitSeconds()).isEqualTo(12);
  }

  private void fill(String user) {
    while (submit(user, null) instanceof SubmitVerdict.Accepted) {
      assertThat(stored).hasSizeLessThanOrEqualTo(3);
    }
  }

  private SubmitVerdict submit(String user, @Nullable String key) {
    AdmissionControl admission =
        new AdmissionControl(
            new Queueing(() -> backlog, () -> pace, CONFIG.pace(), clock),
            new AcquirePermit(LIMITS, limits, clock),
            stored::contains,
            CONFIG.defaultDeadline());
    AdmitRequest requests = new AdmitRequest(CONFIG, this::store, _ -> true, () -> Instant.EPOCH);
    return new SubmitChat(
            admission,
            (userId, _, _, _) -> {
              begun.add(userId);
              return new KeyClaim.Begun(new Kept());
            },
            requests)
        .submit(
            new SubmitCall(
                new Caller(user, null, Role.STAFF),
                body,
                Traceparent.ofHeader(null),
                key == null ? null : new IdempotencyKey(key),
                Duration.ofSeconds(15)));
  }

  private StoreVerdict store(NewChat chat) {
    RequestId id = chat.request().requestId();
    tickets.add(chat.ticket());
    if (verdict instanceof StoreVerdict.Stored && !stored.contains(id)) {
      stored.add(id);
      limits.is(id, Status.QUEUED);
    }
    return verdict;
  }

  private final class Kept implements KeyClaim.Execution {

    @Override
    public void succeed(Promised promise) {
      promised.add(promise);
    }

    @Override
    public void abandon() {}
  }
}
