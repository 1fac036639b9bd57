package navigator.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import org.junit.jupiter.api.Test;

class TakePlaceTest {

  private static final UserLimits LIMITS = new UserLimits(6, 4);

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryLimits table = new InMemoryLimits();
  private final TakePlace places = new TakePlace(LIMITS, table, clock);

  @Test
  void whoTakesAPlaceIsToldWhatIsLeft() {
    assertThat(take("ann")).isEqualTo(taken(5, 10));
    assertThat(take("ann")).isEqualTo(taken(4, 10));
    clock.pass(Duration.ofSeconds(4));
    assertThat(take("ann")).isEqualTo(taken(3, 6));
    clock.pass(Duration.ofSeconds(60));
    endAll("ann");
    assertThat(take("ann")).isEqualTo(taken(5, 10));
  }

  @Test
  void aPlaceOfAnIdleUserTakesOneWrite() {
    take("ann");
    clock.pass(Duration.ofMinutes(1));
    int before = table.writes();
    take("ann");
    assertThat(table.writes() - before).isOne();
    take("ann");
    assertThat(table.writes() - before).isEqualTo(3);
  }

  @Test
  void whoIsTooFastIsToldHowLongToWaitAndThenHasAPlace() {
    for (int i = 0; i < 6; i++) {
      assertThat(take("ann")).isInstanceOf(Place.Taken.class);
      endAll("ann");
    }
    clock.pass(Duration.ofSeconds(3));
    assertThat(take("ann")).isEqualTo(new Place.TooFast(LIMITS, Duration.ofSeconds(7)));
    clock.pass(Duration.ofSeconds(7));
    assertThat(take("ann")).isEqualTo(taken(0, 10));
  }

  @Test
  void whatIsRefusedTakesNothing() {
    Stream.generate(RequestId::random).limit(4).forEach(this::pendingOfAnn);
    UserItem before = table.of("ann");
    for (int i = 0; i < 10; i++) {
      assertThat(take("ann")).isEqualTo(new Place.TooMany(LIMITS));
    }
    assertThat(table.of("ann")).isEqualTo(before);
  }

  @Test
  void oneUserTakesNothingFromAnother() {
    Stream.generate(RequestId::random).limit(4).forEach(this::pendingOfAnn);
    assertThat(take("ann")).isInstanceOf(Place.TooMany.class);
    assertThat(take("bob")).isEqualTo(taken(5, 10));
  }

  @Test
  void placesOfRequestsThatHaveEndedAreFoundHoweverTheyEnded() {
    for (Status end : List.of(Status.COMPLETED, Status.FALLBACK, Status.CANCELLED)) {
      pendingOfAnn(RequestId.random());
      table.of("ann").pending().keySet().forEach(id -> table.is(id, end));
    }
    pendingOfAnn(RequestId.random());
    assertThat(table.reads()).isZero();
    assertThat(take("ann")).isInstanceOf(Place.Taken.class);
    assertThat(table.reads()).isOne();
    assertThat(table.of("ann").pending()).hasSize(2);
  }

  @Test
  void aPlaceThatNoRequestWasStoredForIsKeptAsLongAsOneMayBe() {
    for (int i = 0; i < 4; i++) {
      take("ann");
    }
    clock.pass(Duration.ofSeconds(30));
    assertThat(take("ann")).isEqualTo(new Place.TooMany(LIMITS));
    clock.pass(Duration.ofSeconds(1));
    assertThat(take("ann")).isInstanceOf(Place.Taken.class);
    assertThat(table.of("ann").pending()).hasSize(1);
  }

  @Test
  void aPlaceIsGivenBack() {
    List<RequestId> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(RequestId.random());
      pendingOfAnn(ids.getLast());
    }
    places.giveBack("ann", ids.getFirst());
    assertThat(take("ann")).isInstanceOf(Place.Taken.class);
  }

  @Test
  void aRequestThatHasAPlaceKeepsItAndGetsNoSecond() {
    List<RequestId> ids = Stream.generate(RequestId::random).limit(4).toList();
    ids.forEach(this::pendingOfAnn);
    assertThat(places.take("ann", ids.getFirst())).isInstanceOf(Place.Taken.class);
    assertThat(table.of("ann").pending()).hasSize(4);
  }

  @Test
  void whatNobodyKnowsIsToldAsSuch() {
    Stream.generate(RequestId::random).limit(4).forEach(this::pendingOfAnn);
    table.goAway();
    assertThat(take("ann")).isEqualTo(new Place.Unknown());
    assertThat(take("bob")).isEqualTo(new Place.Unknown());
  }

  @Test
  void placesOfWhichNobodyKnowsWhetherTheyAreTakenRefuseNobody() {
    Stream.generate(RequestId::random).limit(4).forEach(this::pendingOfAnn);
    table.loseReads();
    assertThat(take("ann")).isEqualTo(new Place.Unknown());
  }

  @Test
  void aStormOfChangesIsNoReasonToRefuse() {
    LimitsTable stormy = new Stormy(new UserItem(0, Map.of()));
    assertThat(new TakePlace(LIMITS, stormy, clock).take("ann", RequestId.random()))
        .isEqualTo(new Place.Unknown());
  }

  private record Stormy(UserItem item) implements LimitsTable {

    @Override
    public TakingResult take(Taking taking) {
      return new TakingResult.Refused(item);
    }

    @Override
    public Optional<Map<RequestId, Status>> statuses(Set<RequestId> requests) {
      throw new AssertionError("Not all places are taken");
    }

    @Override
    public boolean giveBack(String userId, Set<RequestId> requests) {
      throw new AssertionError("There is nothing to give back");
    }
  }

  private Place take(String user) {
    return places.take(user, RequestId.random());
  }

  private void pendingOfAnn(RequestId id) {
    assertThat(places.take("ann", id)).isInstanceOf(Place.Taken.class);
    table.is(id, Status.QUEUED);
  }

  private void endAll(String user) {
    table.of(user).pending().keySet().forEach(id -> table.is(id, Status.COMPLETED));
  }

  private static Place taken(int left, int secondsUntilNext) {
    return new Place.Taken(new Standing(LIMITS, left, Duration.ofSeconds(secondsUntilNext)));
  }
}
