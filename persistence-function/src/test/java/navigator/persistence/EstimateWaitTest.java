package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import navigator.contracts.table.QuotaPace;
import navigator.persistence.StoredRequest.Place;
import org.junit.jupiter.api.Test;

class EstimateWaitTest {

  private static final Instant NOW = Chats.ACCEPTED.plusSeconds(10);

  /** A call a second, 40 of which have their slot. */
  private static final QuotaPace PACE = new QuotaPace(40, 1_000_000, 4_000_000, true, 0);

  private Optional<QuotaPace> pace = Optional.of(PACE);

  @Test
  void aRequestWaitsForTheCallsBeforeIt() {
    assertThat(wait(new Place(70L, null))).contains(Duration.ofSeconds(30));
    assertThat(wait(new Place(40L, null))).contains(Duration.ZERO);
  }

  @Test
  void aRequestWhoseTurnIsOverIsAboutToBeAnswered() {
    assertThat(wait(new Place(7L, null))).contains(Duration.ZERO);
  }

  @Test
  void aDeferredRequestWaitsAtLeastUntilItComesBack() {
    Instant back = NOW.plusSeconds(90);
    assertThat(wait(new Place(70L, back))).contains(Duration.ofSeconds(90));
    assertThat(wait(new Place(240L, back))).contains(Duration.ofSeconds(200));
    assertThat(wait(new Place(70L, NOW.minusSeconds(90)))).contains(Duration.ofSeconds(30));
    pace = Optional.empty();
    assertThat(wait(new Place(70L, back))).contains(Duration.ofSeconds(90));
  }

  @Test
  void nobodyWaitsLongerThanUntilTheDeadline() {
    assertThat(wait(new Place(100_000L, null))).contains(Duration.ofMinutes(15).minusSeconds(10));
  }

  @Test
  void whatNobodyKnowsIsNotTold() {
    assertThat(wait(new Place(null, null))).isEmpty();
    pace = Optional.empty();
    assertThat(wait(new Place(70L, null))).isEmpty();
    assertThat(wait(new Place(70L, NOW.minusSeconds(1)))).isEmpty();
  }

  @Test
  void whileAQuotaIsSearchedForNoLongWaitIsTold() {
    pace = Optional.of(new QuotaPace(40, 1_000_000, 4_000_000, false, 0));
    assertThat(wait(new Place(50L, null))).contains(Duration.ofSeconds(10));
    assertThat(wait(new Place(51L, null))).isEmpty();
  }

  @Test
  void whatDoesNotWaitHasNoEstimate() {
    for (Status status : Status.values()) {
      assertThat(estimate().of(Chats.at(status, new Place(70L, null))).isPresent())
          .isEqualTo(status == Status.QUEUED);
    }
  }

  @Test
  void theOwnerIsShownTheEstimateAndAskedToComeBackInReason() {
    assertThat(shown(70).estimatedWaitSeconds()).isEqualTo(30);
    assertThat(retryAfter(45)).isEqualTo(3);
    assertThat(retryAfter(40)).isEqualTo(1);
    assertThat(retryAfter(400)).isEqualTo(30);
    pace = Optional.empty();
    assertThat(shown(70).estimatedWaitSeconds()).isNull();
  }

  @Test
  void whatNobodyKnowsIsAskedForAgainAfterHalfAsLongAsItHasWaited() {
    pace = Optional.empty();
    RequestObject request = shown(70);
    assertThat(request.retryAfterSeconds(Chats.ACCEPTED.minusSeconds(1))).isEqualTo(1);
    assertThat(request.retryAfterSeconds(Chats.ACCEPTED)).isEqualTo(1);
    assertThat(request.retryAfterSeconds(Chats.ACCEPTED.plusSeconds(10))).isEqualTo(5);
    assertThat(request.retryAfterSeconds(Chats.ACCEPTED.plusSeconds(600))).isEqualTo(30);
  }

  private long retryAfter(long ticket) {
    return shown(ticket).retryAfterSeconds(NOW);
  }

  private RequestObject shown(long ticket) {
    StoredRequest request = Chats.at(Status.QUEUED, new Place(ticket, null));
    return new FindStatus(_ -> Optional.of(request), _ -> Optional.empty(), estimate())
        .find(new Caller("ann", null, Role.STAFF), Chats.ID.value())
        .orElseThrow();
  }

  private Optional<Duration> wait(Place place) {
    return estimate().of(Chats.at(Status.QUEUED, place));
  }

  private EstimateWait estimate() {
    return new EstimateWait(() -> pace, 50, () -> NOW);
  }
}
