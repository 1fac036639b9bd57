package navigator.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.SkipReason;
import navigator.ops.Letter;
import navigator.ops.ReplayStep;
import navigator.ops.StoredOutcome;
import navigator.ops.Story;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class StoryTextTest {

  private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

  @Test
  void everyGenerationNamesTheReplayThatAskedIt() {
    assertThat(told(story()))
        .containsSubsequence(
            "generation 0      2026-03-02T09:30:00Z model_timeout: Late. (5 attempts, sonnet)",
            "generation 1      2026-03-02T09:31:00Z model_timeout: Late. (5 attempts, sonnet,"
                + " replay first)",
            "outcomes",
            "generation 2      2026-03-02T09:32:00Z answered (1 attempts, sonnet, replay second)",
            "replays",
            "generation 1      2026-03-02T09:31:05Z first, failed",
            "generation 2      2026-03-02T09:31:30Z other, skipped: replaying_elsewhere",
            "generation 2      2026-03-02T09:32:05Z second, answered");
  }

  private static Story story() {
    DeadLetterId id = new DeadLetterId.OfRequest(RequestId.random());
    return new Story(
        id,
        null,
        List.of(
            new StoredOutcome(
                2, true, AT.plusSeconds(120), 1, "sonnet", null, null, null, null, null)),
        letter(id),
        List.of(
            new ReplayStep(1, "first", EntryState.FAILED, AT.plusSeconds(65), null),
            new ReplayStep(
                2, "other", EntryState.SKIPPED, AT.plusSeconds(90), SkipReason.REPLAYING_ELSEWHERE),
            new ReplayStep(2, "second", EntryState.ANSWERED, AT.plusSeconds(125), null)),
        List.of(),
        null,
        null);
  }

  private static Letter letter(DeadLetterId id) {
    return new Letter(
        id,
        DeadLetterState.RESOLVED,
        AT,
        AT,
        AT,
        ErrorCode.MODEL_TIMEOUT,
        "Late.",
        "sonnet",
        "ann",
        null,
        "staff",
        1,
        5,
        null,
        null,
        "second",
        null,
        true,
        List.of(failed(0, AT), failed(1, AT.plusSeconds(60))),
        null,
        null);
  }

  private static Letter.Generation failed(int generation, Instant at) {
    return new Letter.Generation(
        generation, ErrorCode.MODEL_TIMEOUT, "Late.", 5, at, "sonnet", null, null);
  }

  private static String told(Story story) {
    StringWriter out = new StringWriter();
    new CommandLine(new Told(story)).setOut(new PrintWriter(out, true)).execute();
    return out.toString();
  }

  @Command(name = "told")
  private static final class Told implements Callable<Integer> {

    @Mixin private Output output = new Output();
    private final Story story;

    Told(Story story) {
      this.story = story;
    }

    @Override
    public Integer call() {
      new StoryText(output).print(story);
      return Exit.OK;
    }
  }
}
