package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.http.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwaitOutcomeTest {

  private static final Caller ANN = new Caller("ann", null, Role.STAFF);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration AMPLE = Duration.ofSeconds(27);

  private final VirtualClock clock = new VirtualClock();
  private Instant endsAt = Instant.MAX;
  private Duration readsTake = Duration.ZERO;
  private int looks;
  private int glances;

  @Test
  void whatHasEndedIsToldAtOnce() {
    endsAt = clock.instant();
    assertThat(await(ANN, LONGEST)).isInstanceOf(WaitVerdict.Ended.class);
    assertThat(clock.waits()).isEmpty();
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void withoutAPreferenceNobodyWaits() {
    assertThat(await(ANN, null))
        .isInstanceOfSatisfying(
            WaitVerdict.Pending.class, pending -> assertThat(pending.granted()).isNull());
    assertThat(clock.waits()).isEmpty();
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void theWaitEndsWithTheGlanceThatShowsTheEnd() {
    endsAt = clock.instant().plusSeconds(3);
    assertThat(await(ANN, LONGEST))
        .isInstanceOfSatisfying(
            WaitVerdict.Ended.class, ended -> assertThat(ended.granted()).isEqualTo(LONGEST));
    assertThat(clock.instant()).isBetween(endsAt, endsAt.plusMillis(500));
    assertThat(looks).as("dear looks, at the beginning and the end").isEqualTo(2);
    assertThat(glances).isEqualTo(clock.waits().size());
  }

  @Test
  void aWaitInVainEndsWhenItIsOver() {
    assertThat(await(ANN, Duration.ofSeconds(4)))
        .isInstanceOfSatisfying(
            WaitVerdict.Pending.class,
            pending -> assertThat(pending.granted()).isEqualTo(Duration.ofSeconds(4)));
    assertThat(clock.waited()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void theLastLookIsAfterTheWait() {
    endsAt = clock.instant().plusSeconds(4);
    assertThat(await(ANN, Duration.ofSeconds(4))).isInstanceOf(WaitVerdict.Ended.class);
  }

  @Test
  void noWaitIsLongerThanTheLongest() {
    assertThat(await(ANN, Duration.ofSeconds(Integer.MAX_VALUE)))
        .isInstanceOfSatisfying(
            WaitVerdict.Pending.class, pending -> assertThat(pending.granted()).isEqualTo(LONGEST));
    assertThat(clock.waited()).isEqualTo(LONGEST);
  }

  @Test
  void noWaitIsLongerThanTheInvocationAllows() {
    var verdict = waiting(LONGEST).await(ANN, id(), LONGEST, Duration.ofMillis(19_700));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            WaitVerdict.Pending.class,
            pending -> assertThat(pending.granted()).isEqualTo(Duration.ofSeconds(3)));
    assertThat(clock.waited()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void anInvocationThatIsAlmostOverDoesNotWait() {
    var verdict = waiting(LONGEST).await(ANN, id(), LONGEST, Duration.ofSeconds(2));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            WaitVerdict.Pending.class,
            pending -> assertThat(pending.granted()).isEqualTo(Duration.ZERO));
    assertThat(clock.waits()).isEmpty();
  }

  @Test
  void whereNobodyMayWaitNobodyDoes() {
    var verdict = waiting(Duration.ZERO).await(ANN, id(), LONGEST, AMPLE);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            WaitVerdict.Pending.class,
            pending -> assertThat(pending.granted()).isEqualTo(Duration.ZERO));
    assertThat(clock.waits()).isEmpty();
  }

  @Test
  void slowReadsAreTakenFromTheWaitAndNotAddedToIt() {
    readsTake = Duration.ofSeconds(3);
    Instant began = clock.instant();
    await(ANN, LONGEST);
    assertThat(Duration.between(began, clock.instant()))
        .isLessThanOrEqualTo(LONGEST.plus(readsTake).plus(readsTake));
  }

  @Test
  void glancesAreApartByHalfAnIntervalToAWholeOne() {
    await(ANN, LONGEST);
    assertThat(clock.waits().subList(0, clock.waits().size() - 1))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofMillis(250), Duration.ofMillis(500)));
    assertThat(Set.copyOf(clock.waits())).as("jitter").hasSizeGreaterThan(10);
  }

  @Test
  void anothersAndUnknownRequestsAreNotWaitedFor() {
    Caller bob = new Caller("bob", null, Role.ADMIN);
    assertThat(await(bob, LONGEST)).isEqualTo(new WaitVerdict.NotFound());
    assertThat(waiting(LONGEST).await(ANN, "not-an-id", LONGEST, AMPLE))
        .isEqualTo(new WaitVerdict.NotFound());
    assertThat(clock.waits()).isEmpty();
    assertThat(glances).isZero();
  }

  @Test
  void anInterruptedWaitTellsWhatIsKnown() {
    Pause interrupted =
        _ -> {
          throw new InterruptedException();
        };
    var awaitOutcome =
        new AwaitOutcome(status(), this::glance, LONGEST, interrupted, clock, new Random(7));
    assertThat(awaitOutcome.await(ANN, id(), LONGEST, AMPLE))
        .isInstanceOf(WaitVerdict.Pending.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private WaitVerdict await(Caller caller, @Nullable Duration asked) {
    return waiting(LONGEST).await(caller, id(), asked, AMPLE);
  }

  private AwaitOutcome waiting(Duration longest) {
    return new AwaitOutcome(status(), this::glance, longest, clock, clock, new Random(7));
  }

  private FindStatus status() {
    return new FindStatus(
        _ -> {
          looks++;
          Status now = now();
          return Optional.of(Chats.request(now, 0, !now.isTerminal()));
        },
        _ -> Optional.empty());
  }

  private Optional<Status> glance(RequestId id) {
    glances++;
    return Optional.of(now());
  }

  private Status now() {
    clock.advance(readsTake);
    return clock.instant().isBefore(endsAt) ? Status.IN_PROGRESS : Status.CANCELLED;
  }

  private static String id() {
    return Chats.ID.value();
  }
}
