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
    List<Long> taken = new ArrayList<>();
    User user = new User(rate);
    for (long pause : pauses) {
      user.clock.pass(Duration.ofMillis(pause));
      if (user.take() instanceof Place.Taken) {
        taken.add(user.clock.instant().toEpochMilli());
      }
    }
    for (int from = 0; from < taken.size(); from++) {
      for (int to = from; to < taken.size(); to++) {
        double minutes = (taken.get(to) - taken.get(from)) / 60_000.0;
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
      Place place = user.take();
      assertThat(place).isInstanceOf(Place.Taken.class);
      Standing standing = ((Place.Taken) place).standing();
      user.clock.pass(standing.left() == 0 ? standing.untilNext() : Duration.ofMillis(pause));
    }
  }

  @Property(tries = 300)
  void whoWaitsAsLongAsToldIsLetInAndNotAMomentBefore(
      @ForAll @IntRange(min = 1, max = 120) int rate, @ForAll @LongRange(max = 400) long early) {
    User user = new User(rate);
    Place place = user.take();
    while (place instanceof Place.Taken) {
      place = user.take();
    }
    Duration wait = ((Place.TooFast) place).retryAfter();
    user.clock.pass(wait.minusNanos(1_000 + early * 1_000));
    assertThat(user.take()).isInstanceOf(Place.TooFast.class);
    user.clock.pass(Duration.ofNanos(1_000 + early * 1_000));
    assertThat(user.take()).isInstanceOf(Place.Taken.class);
  }

  private static final class User {

    private final VirtualClock clock = new VirtualClock();
    private final InMemoryLimits table = new InMemoryLimits();
    private final TakePlace places;

    User(int rate) {
      places = new TakePlace(new UserLimits(rate, 100), table, clock);
    }

    Place take() {
      RequestId id = RequestId.random();
      table.is(id, Status.COMPLETED);
      return places.take("ann", id);
    }
  }
}
