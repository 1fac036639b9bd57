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

class AcquirePermitTest {

  private static final UserLimits LIMITS = new UserLimits(6, 4);

  private final VirtualClock clock = new VirtualClock();
  private final InMemoryLimits table = new InMemoryLimits();
  private final AcquirePermit permits = new AcquirePermit(LIMITS, table, clock);

  @Test
  void whoTakesAPermitIsToldWhatIsLeft() {
    assertThat(acquire("ann")).isEqualTo(granted(5, 10));
    assertThat(acquire("ann")).isEqualTo(granted(4, 10));
    clock.pass(Duration.ofSeconds(4));
    assertThat(acquire("ann")).isEqualTo(granted(3, 6));
    clock.pass(Duration.ofSeconds(60));
    endAll("ann");
    assertThat(acquire("ann")).isEqualTo(granted(5, 10));
  }

  @Test
  void aPermitOfAnIdleUserTakesOneWrite() {
    acquire("ann");
    clock.pass(Duration.ofMinutes(1));
    int before = table.writes();
    acquire("ann");
    assertThat(table.writes() - before).isOne();
    acquire("ann");
    assertThat(table.writes() - before).isEqualTo(3);
  }

  @Test
  void whoIsTooFastIsToldHowLongToWaitAndThenHasAPermit() {
    for (int i = 0; i < 6; i++) {
      assertThat(acquire("ann")).isInstanceOf(Permit.Granted.class);
      endAll("ann");
    }
    clock.pass(Duration.ofSeconds(3));
    assertThat(acquire("ann")).isEqualTo(new Permit.TooFast(LIMITS, Duration.ofSeconds(7)));
    clock.pass(Duration.ofSeconds(7));
    assertThat(acquire("ann")).isEqualTo(granted(0, 10));
  }

  @Test
  void whatIsRefusedTakesNothing() {
    Stream.generate(RequestId::random).limit(4).forEach(this::pendingOfAnn);
    UserItem before = table.of("ann");
    for (int i = 0; i < 10; i++) {
      assertThat(acquire("ann")).isEqualTo(new Permit.TooMany(LIMITS));
    }
    assertThat(table.of("ann")).isEqualTo(before);
  }

  @Test
  void oneUserTakesNothingFromAnother() {
    Stream.generate(RequestId::random).limit(4).forEach(this::pendingOfAnn);
    assertThat(acquire("ann")).isInstanceOf(Permit.TooMany.class);
    assertThat(acquire("bob")).isEqualTo(granted(5, 10));
  }

  @Test
  void permitsOfRequestsThatHaveEndedAreFoundHoweverTheyEnded() {
    for (Status end : List.of(Status.COMPLETED, Status.FALLBACK, Status.CANCELLED)) {
      pendingOfAnn(RequestId.random());
      table.of("ann").pending().keySet().forEach(id -> table.is(id, end));
    }
    pendingOfAnn(RequestId.random());
    assertThat(table.reads()).isZero();
    assertThat(acquire("ann")).isInstanceOf(Permit.Granted.class);
    assertThat(table.reads()).isOne();
    assertThat(table.of("ann").pending()).hasSize(2);
  }

  @Test
  void aPermitThatNoRequestWasStoredForIsKeptAsLongAsOneMayBe() {
    for (int i = 0; i < 4; i++) {
      acquire("ann");
    }
    clock.pass(Duration.ofSeconds(30));
    assertThat(acquire("ann")).isEqualTo(new Permit.TooMany(LIMITS));
    clock.pass(Duration.ofSeconds(1));
    assertThat(acquire("ann")).isInstanceOf(Permit.Granted.class);
    assertThat(table.of("ann").pending()).hasSize(1);
  }

  @Test
  void aPermitIsReleased() {
    List<RequestId> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(RequestId.random());
      pendingOfAnn(ids.getLast());
    }
    permits.release("ann", ids.getFirst());
    assertThat(acquire("ann")).isInstanceOf(Permit.Granted.class);
  }

  @Test
  void aRequestThatHasAPermitKeepsItAndGetsNoSecond() {
    List<RequestId> ids = Stream.generate(RequestId::random).limit(4).toList();
    ids.forEach(this::pendingOfAnn);
    assertThat(permits.acquire("ann", ids.getFirst())).isInstanceOf(Permit.Granted.class);
    assertThat(table.of("ann").pending()).hasSize(4);
  }

  @Test
  void whatNobodyKnowsIsToldAsSuch() {
    Stream.generate(RequestId::random).limit(4).forEach(this::pendingOfAnn);
    table.goAway();
    assertThat(acquire("ann")).isEqualTo(new Permit.Unknown());
    assertThat(acquire("bob")).isEqualTo(new Permit.Unknown());
  }

  @Test
  void permitsOfWhichNobodyKnowsWhetherTheyAreTakenRefuseNobody() {
    Stream.generate(RequestId::random).limit(4).forEach(this::pendingOfAnn);
    table.loseReads();
    assertThat(acquire("ann")).isEqualTo(new Permit.Unknown());
  }

  @Test
  void aStormOfChangesIsNoReasonToRefuse() {
    LimitsTable stormy = new Stormy(new UserItem(0, Map.of()));
    assertThat(new AcquirePermit(LIMITS, stormy, clock).acquire("ann", RequestId.random()))
        .isEqualTo(new Permit.Unknown());
  }

  private record Stormy(UserItem item) implements LimitsTable {

    @Override
    public PermitWriteResult acquire(PermitWrite write) {
      return new PermitWriteResult.Refused(item);
    }

    @Override
    public Optional<Map<RequestId, Status>> statuses(Set<RequestId> requests) {
      throw new AssertionError("Not all permits are taken");
    }

    @Override
    public boolean release(String userId, Set<RequestId> requests) {
      throw new AssertionError("There is nothing to release");
    }
  }

  private Permit acquire(String user) {
    return permits.acquire(user, RequestId.random());
  }

  private void pendingOfAnn(RequestId id) {
    assertThat(permits.acquire("ann", id)).isInstanceOf(Permit.Granted.class);
    table.is(id, Status.QUEUED);
  }

  private void endAll(String user) {
    table.of(user).pending().keySet().forEach(id -> table.is(id, Status.COMPLETED));
  }

  private static Permit granted(int left, int secondsUntilNext) {
    return new Permit.Granted(
        new RateLimitStatus(LIMITS, left, Duration.ofSeconds(secondsUntilNext)));
  }
}
