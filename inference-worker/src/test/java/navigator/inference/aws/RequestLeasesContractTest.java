package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import navigator.contracts.ErrorCode;
import navigator.contracts.Status;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.testing.TestTable;
import navigator.inference.Claim;
import navigator.inference.Outcome;
import navigator.inference.Progress;
import navigator.inference.Samples;
import navigator.inference.VirtualClock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

class RequestLeasesContractTest {

  private static final Duration LEASE = Duration.ofSeconds(75);

  private final TestTable table = TestTable.create();
  private final SubmittedChats chats = new SubmittedChats(table);
  private final VirtualClock clock = VirtualClock.atAcceptance();
  private final RequestLeases leases = leases();
  private final ChatRequest request = chats.submit(Samples.request());

  @Test
  void aQueuedRequestIsClaimedAndStarted() {
    clock.advance(Duration.ofSeconds(3));

    assertThat(claim()).isInstanceOf(Claim.Claimed.class);
    assertThat(stored().status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(stored().item().time(Attribute.STARTED_AT)).contains(clock.instant());
    assertThat(stored().leaseUntil()).contains(clock.instant().plus(LEASE));
    assertThat(stored().crashes()).isZero();
  }

  @Test
  void anotherDeliveryIsToldWhenTheLeaseEnds() {
    claim();
    Instant leaseEnd = clock.instant().plus(LEASE);
    clock.advance(Duration.ofSeconds(10));

    assertThat(claim()).isEqualTo(new Claim.Held(leaseEnd));
    assertThat(stored().crashes()).isZero();
  }

  @Test
  void aLeaseThatWasNeverReleasedCountsAsACrash() {
    claim();
    clock.advance(LEASE);

    Claim.Claimed afterCrash = (Claim.Claimed) claim();
    assertThat(afterCrash.foundCrash()).isTrue();
    assertThat(stored().crashes()).isEqualTo(1);
  }

  @Test
  void aCrashIsFoundByOneClaimOnly() {
    claim();
    clock.advance(LEASE);
    leases.release(request.requestId(), owner(claim()), Progress.NONE, clock.instant());

    assertThat(((Claim.Claimed) claim()).foundCrash()).isFalse();
    assertThat(stored().crashes()).isEqualTo(1);
  }

  @Test
  void theThirdCrashIsTheLast() {
    for (int claims = 0; claims < Claim.MAX_CRASHES; claims++) {
      assertThat(claim()).isInstanceOf(Claim.Claimed.class);
      clock.advance(LEASE);
    }

    assertThat(claim()).isInstanceOf(Claim.Crashed.class);
  }

  @Test
  void aReleasedRequestIsQueuedWithItsProgressAndWithoutACrash() {
    Progress progress = new Progress(2, clock.instant(), clock.instant(), ErrorCode.MODEL_TIMEOUT);
    Instant until = clock.instant().plusSeconds(40);
    leases.release(request.requestId(), owner(claim()), progress, until);

    assertThat(stored().status()).isEqualTo(Status.QUEUED);
    assertThat(stored().item().time(Attribute.DEFERRED_UNTIL)).contains(until);
    assertThat(stored().leaseOwner()).isEmpty();
    assertThat(claim())
        .isInstanceOfSatisfying(
            Claim.Claimed.class, again -> assertThat(again.progress()).isEqualTo(progress));
    assertThat(stored().crashes()).isZero();
  }

  @Test
  void startsOnceHoweverOftenItIsClaimed() {
    Instant first = clock.instant();
    leases.release(request.requestId(), owner(claim()), Progress.NONE, clock.instant());
    clock.advance(Duration.ofMinutes(1));
    claim();

    assertThat(stored().item().time(Attribute.STARTED_AT)).contains(first);
  }

  @Test
  void nobodyReleasesTheLeaseOfAnother() {
    claim();

    leases.release(request.requestId(), "somebody", Progress.NONE, clock.instant());

    assertThat(stored().leaseOwner()).isPresent();
    assertThat(stored().status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void aReleaseLeavesTheStatusOfARequestThatEndedMeanwhile() {
    Claim claim = claim();
    chats.end(request, Status.CANCELLED);

    leases.release(request.requestId(), owner(claim), Progress.NONE, clock.instant());

    assertThat(stored().status()).isEqualTo(Status.CANCELLED);
    assertThat(stored().leaseOwner()).isEmpty();
  }

  @Test
  void aStoredOutcomeIsReturnedInsteadOfALease() {
    Outcome outcome = Samples.answered("Here is how.");
    chats.outcome(request, 0, outcome);

    assertThat(claim()).isEqualTo(new Claim.OutcomeStored(outcome));
  }

  @Test
  void nothingOfADeletedConversationIsAnnouncedAgain() {
    chats.outcome(request, 0, Samples.failed(ErrorCode.MODEL_TIMEOUT));
    chats.erase(request);

    assertThat(claim()).isEqualTo(new Claim.Ended());
  }

  @Test
  void aStoredOutcomeCountsEvenWhenTheRequestWasSweptMeanwhile() {
    Outcome outcome = Samples.failed(ErrorCode.MODEL_TIMEOUT);
    chats.outcome(request, 0, outcome);
    chats.end(request, Status.FALLBACK);

    assertThat(claim()).isEqualTo(new Claim.OutcomeStored(outcome));
  }

  @Test
  void whatWasErasedHasEndedWithOrWithoutAnAnswer() {
    chats.outcome(request, 0, Samples.answered("Here is how."));
    chats.erase(request);

    assertThat(claim()).isEqualTo(new Claim.Ended());
  }

  @Test
  void whatWasCancelledOrSweptHasEnded() {
    chats.end(request, Status.CANCELLED);
    assertThat(claim()).isEqualTo(new Claim.Ended());

    chats.end(request, Status.FALLBACK);
    assertThat(claim()).isEqualTo(new Claim.Ended());
  }

  @Test
  void aMessageOfAnEarlierGenerationIsSuperseded() {
    chats.replay(request, 1);

    assertThat(claim()).isEqualTo(new Claim.Superseded());
  }

  @Test
  void aReplayIsClaimedAndKeepsItsFallbackUntilItIsAnswered() {
    chats.outcome(request, 0, Samples.failed(ErrorCode.ACCESS_DENIED));
    chats.status(request, Status.FALLBACK);
    chats.replay(request, 1);

    Claim claim = leases.claim(request.requestId(), 1);

    assertThat(claim).isInstanceOf(Claim.Claimed.class);
    assertThat(stored().status()).isEqualTo(Status.FALLBACK);
    leases.release(request.requestId(), owner(claim), Progress.NONE, clock.instant());
    assertThat(stored().status()).isEqualTo(Status.FALLBACK);
    assertThat(stored().leaseOwner()).isEmpty();
  }

  @Test
  void whatIsNotInTheTableIsUnknown() {
    assertThat(leases.claim(Samples.request().requestId(), 0)).isEqualTo(new Claim.Unknown());
  }

  @Test
  void ofManyDeliveriesAtOnceOneIsGrantedTheLease() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Claim>> claims =
          IntStream.range(0, 8).mapToObj(_ -> threads.submit(this::claim)).toList();
      int granted = 0;
      for (Future<Claim> claim : claims) {
        granted += claim.get() instanceof Claim.Claimed ? 1 : 0;
      }
      assertThat(granted).isEqualTo(1);
    }
  }

  @Test
  void aClaimWhoseFirstAnswerWasLostIsStillItsOwn() {
    try (LosesAnswers http = new LosesAnswers(Clients.quick(), 1)) {
      RequestLeases unlucky = leases(TestClients.of(table, http));

      assertThat(unlucky.claim(request.requestId(), 0)).isInstanceOf(Claim.Claimed.class);
      assertThat(http.calls()).isEqualTo(2);
      assertThat(stored().crashes()).isZero();
    }
  }

  @Test
  void aClaimWhoseEveryAnswerWasLostLeavesNoLeaseBehind() {
    try (LosesAnswers http = new LosesAnswers(Clients.quick(), 10)) {
      RequestLeases unlucky = leases(TestClients.of(table, http));

      assertThatExceptionOfType(SdkException.class)
          .isThrownBy(() -> unlucky.claim(request.requestId(), 0));
    }

    assertThat(claim()).isInstanceOf(Claim.Claimed.class);
    assertThat(stored().crashes()).isZero();
  }

  private Claim claim() {
    return leases.claim(request.requestId(), 0);
  }

  private RequestLeases leases() {
    return leases(TestClients.of(table));
  }

  private RequestLeases leases(Clients clients) {
    Outcomes outcomes = new Outcomes(clients.dynamo(), table.name(), Duration.ofDays(1));
    return new RequestLeases(clients.dynamo(), table.name(), outcomes, LEASE, new Random(5), clock);
  }

  private RequestItem stored() {
    return chats.request(request);
  }

  private static String owner(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.Claimed.class);
    return ((Claim.Claimed) claim).owner();
  }
}
