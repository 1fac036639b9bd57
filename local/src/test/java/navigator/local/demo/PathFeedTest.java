package navigator.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import navigator.contracts.RequestId;
import navigator.contracts.log.StateChange;
import navigator.local.path.LogLines;
import navigator.local.terminal.Ink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathFeedTest {

  private static final RequestId ID = new RequestId(LogLines.ID);

  private final StringWriter written = new StringWriter();
  private final PathFeed feed = new PathFeed(new PrintWriter(written, true), new Ink(false));

  @BeforeEach
  void start() {
    feed.startAt(Instant.parse("2026-03-01T12:00:00Z"));
  }

  @Test
  void printsWhatCameBeforeTheRequestWasKnownAndWhatComesAfter() {
    feed.line("learning-navigator-submit", LogLines.json(41, StateChange.ACCEPTED));
    assertThat(written.toString()).doesNotContain("accepted");

    feed.follow(ID, "A");
    feed.line("learning-navigator-inference", LogLines.json(1250, StateChange.CLAIMED));

    assertThat(written.toString().lines().skip(1))
        .containsExactly(
            "  A  0.041 s   submit       accepted", "  A  1.250 s   inference    claimed");
  }

  @Test
  void keepsThePathsOfAll() {
    feed.line("learning-navigator-submit", LogLines.json(41, StateChange.ACCEPTED));
    feed.line("learning-navigator-submit", "no line of any request");

    assertThat(feed.path(ID).count(StateChange.ACCEPTED)).isEqualTo(1);
    assertThat(feed.path(RequestId.random()).lines()).isEmpty();
  }
}
