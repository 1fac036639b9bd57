package navigator.local.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to go on. */
final class VirtualClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-03-12T19:03:58.123Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }
}
