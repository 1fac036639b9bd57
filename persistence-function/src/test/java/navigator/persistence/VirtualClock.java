package navigator.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until it is moved, and waits by moving. For one thread. */
public final class VirtualClock implements InstantSource, Pause {

  private final List<Duration> waits = new ArrayList<>();
  private Instant now = Chats.ACCEPTED;

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public void during(Duration wait) {
    waits.add(wait);
    advance(wait);
  }

  /** What was waited for, in order. */
  List<Duration> waits() {
    return List.copyOf(waits);
  }

  /** How long that was in all. */
  Duration waited() {
    return waits.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
