package navigator.inference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until it is moved, and waits by moving. Safe for many threads. */
public final class VirtualClock implements InstantSource, Pause {

  private final List<Duration> waits = new ArrayList<>();
  private Instant now;

  public VirtualClock(Instant start) {
    this.now = start;
  }

  /** One that starts when {@link Samples}' requests are accepted. */
  public static VirtualClock atAcceptance() {
    return new VirtualClock(Samples.ACCEPTED);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public synchronized void during(Duration wait) {
    waits.add(wait);
    advance(wait);
  }

  /** What was waited for, in order. */
  synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }
}
