package navigator.local.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import navigator.local.chaos.check.History.Outcome;
import navigator.local.chaos.check.Operations.Command;
import navigator.local.chaos.check.Operations.Entry;
import navigator.local.chaos.check.Operations.Replay;
import org.junit.jupiter.api.Test;

/** What replays must come to. */
class ReplayRulesTest extends OperatedHistory {

  @Test
  void replayThatCountsWhatItNeverAskedIsNamed() {
    entries.set(1, new Entry("again", "bad", 1, "failed", ""));

    breaks(Promise.ASKED_TWICE);
  }

  @Test
  void answeredRequestThatIsAskedAgainIsNamed() {
    outcomes.set(2, new Outcome("bad", 0, true, "An answer", FAILED));

    assertThat(broken()).containsKey(Promise.ASKED_TWICE);
  }

  @Test
  void replayThatNeverEndsIsLost() {
    replays.set(0, replay("sending", "", false, counts(2, 1, 1, 0)));

    breaks(Promise.REPLAY_LOST);
  }

  @Test
  void acceptedReplayThatIsNotThereIsLost() {
    commands.add(new Command("replay", "another", List.of(), ACTOR, REASON, true));

    breaks(Promise.REPLAY_LOST);
  }

  @Test
  void replayThatNobodyWasToldOfMayBeMissing() {
    commands.add(new Command("replay", "another", List.of(), ACTOR, REASON, false));

    assertThat(broken()).isEmpty();
  }

  @Test
  void countsThatAreNotThoseOfTheEntriesDoNotAddUp() {
    replays.set(0, replay("completed", "", false, counts(2, 2, 0, 0)));
    audit.set(1, record("replay", "done", counts(2, 2, 0, 0)));

    breaks(Promise.MISCOUNTED);
  }

  @Test
  void completedReplayThatLeftSomethingDoesNotAddUp() {
    entries.add(new Entry("again", "good", 5, "matched", ""));
    replays.set(0, replay("completed", "", false, counts(3, 1, 1, 0)));
    audit.set(1, record("replay", "done", counts(3, 1, 1, 0)));

    breaks(Promise.MISCOUNTED);
  }

  @Test
  void stoppedReplayMayLeaveSomething() {
    entries.add(new Entry("again", "good", 5, "matched", ""));
    replays.set(0, replay("stopped", "failure_share", false, counts(3, 1, 1, 0)));
    audit.set(1, record("replay", "done", counts(3, 1, 1, 0)));

    assertThat(broken()).isEmpty();
  }

  @Test
  void replayThatIsCancelledByNobodyDoesNotAddUp() {
    replays.set(0, replay("cancelled", "cancelled", false, counts(2, 1, 1, 0)));

    breaks(Promise.MISCOUNTED);
  }

  @Test
  void moreThanTheMaximumDoesNotAddUp() {
    var few = Map.of("rate", 60, "maximum", 1, "canary", 0);
    replays.set(
        0, new Replay("again", "completed", "", ACTOR, REASON, false, few, counts(2, 1, 1, 0)));

    breaks(Promise.MISCOUNTED);
  }
}
