package navigator.ops.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a replay would do, and does nothing. It counts for some seconds: of very many letters
 * it tells that there are at least so many. Safe for use by many threads.
 */
public final class PlanReplay {

  /** Of so many users earlier requests are looked at. */
  private static final int SAMPLED_USERS = 20;

  /** How long is counted: who waits at the API waits half a minute at most. */
  public static final Duration BUDGET = Duration.ofSeconds(10);

  private final ParkedLetters letters;
  private final EarlierUsage usage;
  private final InstantSource clock;

  public PlanReplay(ParkedLetters letters, EarlierUsage usage, InstantSource clock) {
    this.letters = letters;
    this.usage = usage;
    this.clock = clock;
  }

  /** What a replay of that selection would do. */
  public ReplayPlan plan(Selection selection, ReplayTerms terms) {
    Tally tally = new Tally();
    Instant end = clock.instant().plus(BUDGET);
    BooleanSupplier timeLeft = () -> clock.instant().isBefore(end);
    try (Stream<ParkedStep> parked = letters.oldestFirst(selection, null)) {
      End ended = count(parked.iterator(), tally, terms.maximum(), timeLeft);
      return new ReplayPlan(
          tally.asked,
          ended == End.BEYOND_MAXIMUM,
          ended == End.TIME_UP && tally.asked < terms.maximum(),
          tally.byCode,
          tally.oldest,
          tally.newest,
          ended == End.TIME_UP ? tally.readUpTo : null,
          new Pace(terms.rate()).time(tally.asked),
          estimate(tally));
    }
  }

  private enum End {
    ALL_COUNTED,
    BEYOND_MAXIMUM,
    TIME_UP
  }

  private static End count(
      Iterator<ParkedStep> left, Tally tally, int maximum, BooleanSupplier timeLeft) {
    while (left.hasNext()) {
      if (!timeLeft.getAsBoolean()) {
        return End.TIME_UP;
      }
      ParkedStep step = left.next();
      if (step instanceof ParkedLetter letter) {
        if (tally.asked == maximum) {
          return End.BEYOND_MAXIMUM;
        }
        tally.add(letter);
      }
      tally.readUpTo = step.at();
    }
    return End.ALL_COUNTED;
  }

  private Optional<TokenEstimate> estimate(Tally tally) {
    EarlierUsage.Total total = usage.of(tally.users);
    return total.requests() == 0
        ? Optional.empty()
        : Optional.of(TokenEstimate.of(total, tally.asked));
  }

  /** What was met so far. */
  private static final class Tally {

    private long asked;
    private final Map<ErrorCode, Long> byCode = new EnumMap<>(ErrorCode.class);
    private final Set<String> users = new LinkedHashSet<>();
    private @Nullable Instant oldest;
    private @Nullable Instant newest;
    private @Nullable Instant readUpTo;

    void add(ParkedLetter letter) {
      asked++;
      byCode.merge(letter.code(), 1L, Long::sum);
      if (users.size() < SAMPLED_USERS) {
        users.add(letter.userId());
      }
      oldest = oldest == null ? letter.failedAt() : oldest;
      newest = letter.failedAt();
    }
  }
}
