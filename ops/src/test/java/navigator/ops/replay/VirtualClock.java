package navigator.ops.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import navigator.ops.Pause;

/** A clock that only pauses move. */
public final class VirtualClock implements InstantSource, Pause {

  private Instant now = Instant.parse("2026-03-02T12:00:00Z");
  private Runnable meanwhile = () -> {};

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void during(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("A pause of " + time);
    }
    now = now.plus(time);
    meanwhile.run();
  }

  /** What others do in each pause. */
  public void meanwhile(Runnable others) {
    meanwhile = others;
  }

  /** Lets time pass in which nobody does anything. */
  public void advance(Duration time) {
    now = now.plus(time);
  }
}
