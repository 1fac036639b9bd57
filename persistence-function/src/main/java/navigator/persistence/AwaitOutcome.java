package navigator.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import org.jspecify.annotations.Nullable;

/**
 * Waits with a client for the end of its request. The first and the last look are those of {@link
 * FindStatus}; what lies between are glances, which are cheap. Safe for use by many threads.
 */
public final class AwaitOutcome {

  /** What is left of an invocation when a wait ends: a slow glance and a slow last look. */
  public static final Duration RESERVE = Duration.ofSeconds(16);

  /** Between two glances, at most; at least half of it. */
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final FindStatus findStatus;
  private final Glances glances;
  private final Duration longest;
  private final Pause pause;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * A way to wait.
   *
   * @param longest the longest wait that is granted; zero where nobody may wait
   */
  public AwaitOutcome(
      FindStatus findStatus,
      Glances glances,
      Duration longest,
      Pause pause,
      InstantSource clock,
      RandomGenerator random) {
    this.findStatus = findStatus;
    this.glances = glances;
    this.longest = longest;
    this.pause = pause;
    this.clock = clock;
    this.random = random;
  }

  /** Where the status of a request is looked up cheaply. */
  @FunctionalInterface
  public interface Glances {

    /** The request's status, now or a moment ago. */
    Optional<Status> at(RequestId id);
  }

  /**
   * The caller's request of that id once it has ended, or once the wait is over.
   *
   * @param asked the wait that the client asks for; null: none
   * @param timeLeft of the invocation
   */
  public WaitVerdict await(Caller caller, String id, @Nullable Duration asked, Duration timeLeft) {
    Duration granted = asked == null ? null : granted(asked, timeLeft);
    Instant end = clock.instant().plus(granted == null ? Duration.ZERO : granted);
    return findStatus
        .find(caller, id)
        .flatMap(
            first ->
                first.status().isTerminal() || !isBefore(end)
                    ? Optional.of(first)
                    : lastLook(caller, first, end))
        .map(request -> told(request, granted))
        .orElseGet(WaitVerdict.NotFound::new);
  }

  private Duration granted(Duration asked, Duration timeLeft) {
    Duration possible = shorter(longest, timeLeft.minus(RESERVE));
    return possible.isNegative()
        ? Duration.ZERO
        : shorter(asked, possible).truncatedTo(ChronoUnit.SECONDS);
  }

  private Optional<RequestObject> lastLook(Caller caller, RequestObject first, Instant end) {
    try {
      watch(first.requestId(), end);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.of(first);
    }
    return findStatus.find(caller, first.requestId().value());
  }

  private void watch(RequestId id, Instant end) throws InterruptedException {
    boolean ended = false;
    while (!ended && isBefore(end)) {
      pause.during(shorter(interval(), Duration.between(clock.instant(), end)));
      ended = isBefore(end) && glances.at(id).filter(Status::isTerminal).isPresent();
    }
  }

  // Clients that began to wait together should not all look together.
  private Duration interval() {
    long most = INTERVAL.toMillis();
    return Duration.ofMillis(random.nextLong(most / 2, most + 1));
  }

  private boolean isBefore(Instant end) {
    return clock.instant().isBefore(end);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static WaitVerdict told(RequestObject request, @Nullable Duration granted) {
    return request.status().isTerminal()
        ? new WaitVerdict.Ended(request, granted)
        : new WaitVerdict.Pending(request, granted);
  }
}
