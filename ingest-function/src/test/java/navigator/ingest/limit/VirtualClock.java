package navigator.ingest.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when it is told to. */
public final class VirtualClock implements InstantSource {

  private Instant now = Instant.parse("2026-03-02T09:15:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration duration) {
    now = now.plus(duration);
  }
}
