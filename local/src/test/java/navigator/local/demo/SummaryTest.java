package navigator.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.Usage;
import navigator.contracts.http.RequestObject;
import navigator.contracts.log.StateChange;
import navigator.local.path.LogLines;
import navigator.local.terminal.Ink;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private final StringWriter written = new StringWriter();
  private final PrintWriter out = new PrintWriter(written, true);
  private final Summary summary = new Summary(out, new Ink(false));

  @Test
  void everyLineFitsAHundredColumns() {
    summary.questions(Scenario.QUESTIONS);
    summary.replies(List.of(ended("word ".repeat(100)), unanswered()));
    summary.stages(List.of(ended("reply"), unanswered()), feed());
    summary.checks(List.of(new Check("every path was logged from end to end", false, "B")));

    assertThat(written.toString().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotEndWith(" "));
  }

  @Test
  void tellsTheTimeOfEachStageAndOfTheWhole() {
    summary.stages(List.of(ended("reply")), feed());

    assertThat(written.toString())
        .containsPattern("A completed +40 ms +960 ms +10 ms +20 ms +70 ms +1.10 s +412\\+96");
  }

  @Test
  void aPromiseThatWasNotKeptIsEasyToSee() {
    summary.checks(List.of(new Check("one", true, "1"), new Check("two", false, "B is missing")));

    assertThat(written.toString()).contains("  ok     one: 1", "  FAILED two: B is missing");
  }

  private static Asked unanswered() {
    return new Asked.Unanswered(Scenario.QUESTIONS.get(1), "no end within 60 s");
  }

  private static Asked ended(String reply) {
    Instant at = Instant.parse("2026-03-01T12:00:00Z");
    ConversationId conversation = ConversationId.random();
    RequestId id = new RequestId(LogLines.ID);
    return new Asked.Ended(
        Scenario.QUESTIONS.getFirst(),
        new RequestObject(
            id,
            conversation,
            Status.COMPLETED,
            reply,
            "user",
            at,
            "model",
            at,
            at,
            at,
            at,
            null,
            1,
            new Usage(412, 96, 0, 0),
            "end_turn",
            null,
            null,
            Map.of(),
            null,
            RequestObject.Urls.of(id, conversation)));
  }

  private static PathFeed feed() {
    PathFeed feed = new PathFeed(new PrintWriter(new StringWriter()), new Ink(false));
    feed.line("submit", LogLines.json(0, StateChange.ACCEPTED));
    feed.line("inference", LogLines.json(40, StateChange.CLAIMED));
    feed.line("inference", LogLines.json(1000, StateChange.CALLED));
    feed.line("inference", LogLines.json(1010, StateChange.OUTCOME_STORED));
    feed.line("inference", LogLines.json(1030, StateChange.PUBLISHED));
    feed.line("outcome", LogLines.json(1100, StateChange.PERSISTED));
    return feed;
  }
}
