package navigator.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** One user's rate under calls at any times. */
class BucketFuzzTest {

  @Property(tries = 300)
  void noTimeHoldsMoreThanItsShareOfTheRateAndOneMinutesMore(
      @ForAll @IntRange(min = 1, max = 120) int rate,
      @ForAll @Size(max = 400) List<@LongRange(max = 3_000) Long> pauses) {
    List<Long> granted = new ArrayList<>();
    User user = new User(rate);
    for (long pause : pauses) {
      user.clock.pass(Duration.ofMillis(pause));
      if (user.acquire() instanceof Permit.Granted) {
        granted.add(user.clock.instant().toEpochMilli());
      }
    }
    for (int from = 0; from < granted.size(); from++) {
      for (int to = from; to < granted.size(); to++) {
        double minutes = (granted.get(to) - granted.get(from)) / 60_000.0;
        assertThat(to - from + 1).isLessThanOrEqualTo((int) (rate + minutes * rate + 1e-3));
      }
    }
  }

  @Property(tries = 300)
  void whoKeepsToWhatIsToldIsNeverRefused(
      @ForAll @IntRange(min = 1, max = 120) int rate,
      @ForAll @Size(min = 1, max = 200) List<@LongRange(max = 5_000) Long> pauses) {
    User user = new User(rate);
    for (long pause : pauses) {
      Permit permit = user.acquire();
      assertThat(permit).isInstanceOf(Permit.Granted.class);
      RateLimitStatus rateLimit = ((Permit.Granted) permit).rateLimit();
      user.clock.pass(rateLimit.left() == 0 ? rateLimit.untilNext() : Duration.ofMillis(pause));
    }
  }

  @Property(tries = 300)
  void whoWaitsAsLongAsToldIsLetInAndNotAMomentBefore(
      @ForAll @IntRange(min = 1, max = 120) int rate, @ForAll @LongRange(max = 400) long early) {
    User user = new User(rate);
    Permit permit = user.acquire();
    while (permit instanceof Permit.Granted) {
      permit = user.acquire();
    }
    Duration wait = ((Permit.TooFast) permit).retryAfter();
    user.clock.pass(wait.minusNanos(1_000 + early * 1_000));
    assertThat(user.acquire()).isInstanceOf(Permit.TooFast.class);
    user.clock.pass(Duration.ofNanos(1_000 + early * 1_000));
    assertThat(user.acquire()).isInstanceOf(Permit.Granted.class);
  }

  private static final class User {

    private final VirtualClock clock = new VirtualClock();
    private final InMemoryLimits table = new InMemoryLimits();
    private final AcquirePermit permits;

    User(int rate) {
      permits = new AcquirePermit(new UserLimits(rate, 100), table, clock);
    }

    Permit acquire() {
      RequestId id = RequestId.random();
      table.is(id, Status.COMPLETED);
      return permits.acquire("ann", id);
    }
  }
}
