package navigator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.http.Caller;
import navigator.contracts.metric.Metric;
import navigator.contracts.metric.Refusal;
import navigator.contracts.testing.CapturedLog;
import navigator.ingest.limit.InMemoryLimits;
import navigator.ingest.limit.Standing;
import navigator.ingest.limit.TakePlace;
import navigator.ingest.limit.UserLimits;
import navigator.ingest.limit.VirtualClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoorTest {

  private static final UserLimits LIMITS = new UserLimits(6, 3);
  private static final IngestConfig CONFIG =
      new IngestConfig(
          "table", "idempotency", "queue", Duration.ofMinutes(15), LIMITS, Duration.ofDays(365));

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryLimits limits = new InMemoryLimits();
  private final List<RequestId> stored = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private StoreVerdict verdict = new StoreVerdict.Stored();

  @Test
  void whatIsAcceptedSaysWhatItsUserMayStillAskFor() {
    assertThat(submit("ann", null))
        .isInstanceOfSatisfying(
            SubmitVerdict.Accepted.class,
            accepted ->
                assertThat(accepted.standing())
                    .isEqualTo(new Standing(LIMITS, 5, Duration.ofSeconds(10))));
  }

  @Test
  void whoSubmitsTooFastIsRefusedBeforeAnythingIsWrittenAndCounted() {
    for (int i = 0; i < 6; i++) {
      assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
      stored.forEach(id -> limits.is(id, Status.COMPLETED));
    }
    try (CapturedLog log = CapturedLog.silently()) {
      assertThat(submit("ann", "key"))
          .isEqualTo(
              new SubmitVerdict.Limited(Refusal.RATE_LIMITED, LIMITS, Duration.ofSeconds(10)));
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
        .isEqualTo(
            new SubmitVerdict.Limited(Refusal.TOO_MANY_PENDING, LIMITS, Duration.ofSeconds(5)));
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
    assertThat(submit("ann", "other")).isInstanceOf(SubmitVerdict.Limited.class);
  }

  @Test
  void limitsThatNobodyCanReadRefuseNobody() {
    fill("ann");
    limits.goAway();
    assertThat(submit("ann", null))
        .isInstanceOfSatisfying(
            SubmitVerdict.Accepted.class, accepted -> assertThat(accepted.standing()).isNull());
  }

  @Test
  void aRequestForNoConversationTakesNoPlace() {
    verdict = new StoreVerdict.NoConversation();
    for (int i = 0; i < 5; i++) {
      assertThat(submit("ann", null)).isEqualTo(new SubmitVerdict.NoConversation());
    }
    verdict = new StoreVerdict.Stored();
    assertThat(submit("ann", null)).isInstanceOf(SubmitVerdict.Accepted.class);
  }

  private void fill(String user) {
    while (submit(user, null) instanceof SubmitVerdict.Accepted) {
      assertThat(stored).hasSizeLessThanOrEqualTo(3);
    }
  }

  private SubmitVerdict submit(String user, @Nullable String key) {
    Door door = new Door(new TakePlace(LIMITS, limits, clock), stored::contains);
    AdmitRequest requests = new AdmitRequest(CONFIG, this::store, _ -> true, () -> Instant.EPOCH);
    return new SubmitChat(
            door,
            (userId, _, _, _) -> {
              begun.add(userId);
              return new Admission.Begun(new Forgotten());
            },
            requests)
        .submit(
            new SubmitCall(
                new Caller(user, null, Role.STAFF),
                "{\"message\":\"Hi\"}",
                Traceparent.ofHeader(null),
                key == null ? null : new IdempotencyKey(key),
                Duration.ofSeconds(15)));
  }

  private StoreVerdict store(NewChat chat) {
    RequestId id = chat.request().requestId();
    if (verdict instanceof StoreVerdict.Stored && !stored.contains(id)) {
      stored.add(id);
      limits.is(id, Status.QUEUED);
    }
    return verdict;
  }

  private record Forgotten() implements Admission.Execution {

    @Override
    public void succeed(Promised promised) {}

    @Override
    public void abandon() {}
  }
}
