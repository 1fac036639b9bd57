package navigator.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import navigator.contracts.table.Keys;
import navigator.contracts.table.PaceSettings;
import navigator.contracts.table.QuotaPace;
import navigator.ingest.limit.VirtualClock;
import org.junit.jupiter.api.Test;

class QueueingTest {

  /** A call a second, 40 of which have their slot. */
  private static final QuotaPace PACE = new QuotaPace(40, 1_000_000, 4_000_000, true, 0);

  private final VirtualClock clock = new VirtualClock();
  private OptionalLong backlog = OptionalLong.of(30);
  private Optional<QuotaPace> pace = Optional.of(PACE);
  private int looks;
  private final Queueing queueing = queueing(true);

  @Test
  void aRequestWaitsForAllThatWaitBeforeIt() {
    assertThat(queueing.next()).contains(outlook(70, 30));
  }

  @Test
  void whatWasLetInSinceTheLastLookCountsToo() {
    queueing.next();
    queueing.joined();
    queueing.joined();
    assertThat(queueing.next()).contains(outlook(72, 32));
    assertThat(looks).isOne();
  }

  @Test
  void bothAreLookedAtOnceASecondAtMost() {
    queueing.next();
    queueing.joined();
    backlog = OptionalLong.of(500);
    clock.pass(Duration.ofSeconds(1));
    assertThat(queueing.next()).contains(outlook(71, 31));
    clock.pass(Duration.ofMillis(1));
    assertThat(queueing.next()).contains(outlook(540, 500));
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void whatNobodyKnowsIsNotForeseen() {
    backlog = OptionalLong.empty();
    assertThat(queueing.next()).isEmpty();
    backlog = OptionalLong.of(30);
    pace = Optional.empty();
    clock.pass(Duration.ofSeconds(2));
    assertThat(queueing.next()).isEmpty();
    queueing.joined();
    assertThat(queueing.next()).isEmpty();
  }

  @Test
  void aClosedGateIsWaitedForAsTimePasses() {
    Instant opens = clock.instant().plusSeconds(10);
    pace =
        Optional.of(
            new QuotaPace(40, 1_000_000, 4_000_000, true, opens.getEpochSecond() * 1_000_000));
    assertThat(queueing.next()).contains(outlook(70, 40));
    clock.pass(Duration.ofSeconds(1));
    assertThat(queueing.next()).contains(outlook(70, 39));
  }

  @Test
  void whatMayQuickenOrBeHelpedIsNotTheLeast() {
    pace = Optional.of(new QuotaPace(40, 1_000_000, 5_000_000, false, 0));
    assertThat(queueing.next()).contains(new Outlook(70, null, Duration.ofSeconds(3)));
    pace = Optional.of(new QuotaPace(40, 1_000_000, 5_000_000, true, 0));
    assertThat(queueing(false).next())
        .contains(new Outlook(70, Duration.ofSeconds(30), Duration.ofSeconds(3)));
  }

  private Queueing queueing(boolean onlyModel) {
    PaceSettings settings = new PaceSettings(Keys.quota("here", "sonnet"), 50, onlyModel);
    return new Queueing(() -> backlog, this::look, settings, clock);
  }

  private Optional<QuotaPace> look() {
    looks++;
    return pace;
  }

  private static Outlook outlook(long ticket, int seconds) {
    return new Outlook(ticket, Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
  }
}
