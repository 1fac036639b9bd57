package navigator.local.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import navigator.local.chaos.check.Operations.Audit;
import navigator.local.chaos.check.Operations.Command;
import navigator.local.chaos.check.Operations.Letter;
import org.junit.jupiter.api.Test;

/** What operators were told, and what is on record. */
class CommandRulesTest extends OperatedHistory {

  @Test
  void startThatIsOnNoRecordIsNamed() {
    audit.removeFirst();

    breaks(Promise.UNRECORDED);
  }

  @Test
  void startByAnotherThanIsRecordedIsNamed() {
    audit.set(0, new Audit("replay", "requested", "again", "eve", REASON, Set.of(), Map.of()));

    breaks(Promise.UNRECORDED);
  }

  @Test
  void endThatIsOnNoRecordIsNamed() {
    audit.removeLast();

    breaks(Promise.UNRECORDED);
  }

  @Test
  void endThatIsRecordedWithOtherCountsIsNamed() {
    audit.set(1, record("replay", "done", counts(2, 2, 0, 0)));

    breaks(Promise.UNRECORDED);
  }

  @Test
  void replayThatAnotherStartedThanWasToldIsNamed() {
    commands.set(0, new Command("replay", "again", List.of(), "eve", REASON, true));

    breaks(Promise.UNRECORDED);
  }

  @Test
  void cancelThatWasToldAndIsNotThereIsUndone() {
    commands.add(new Command("cancel_replay", "again", List.of(), ACTOR, "no", true));
    audit.add(new Audit("cancel_replay", "requested", "again", ACTOR, "no", Set.of(), Map.of()));

    breaks(Promise.UNDONE);
  }

  @Test
  void cancelWithoutItsRecordIsNamed() {
    replays.set(0, replay("completed", "", true, counts(2, 1, 1, 0)));
    commands.add(new Command("cancel_replay", "again", List.of(), ACTOR, "no", true));

    breaks(Promise.UNRECORDED);
  }

  @Test
  void discardThatDidNotLastIsUndone() {
    changed("discard", "bad");

    breaks(Promise.UNDONE);
  }

  @Test
  void discardThatSomebodyTookBackIsDone() {
    changed("discard", "bad");
    changed("restore", "bad");

    assertThat(broken()).isEmpty();
  }

  @Test
  void discardOfWhatWasAnsweredAfterAllIsDone() {
    changed("discard", "good");

    assertThat(broken()).isEmpty();
  }

  @Test
  void restoreThatDidNotHappenIsUndone() {
    letters.set(1, new Letter("bad", "discarded", 1, letters.get(1).failures()));
    audit.add(onLetters("discard", "requested", "bad"));
    changed("restore", "bad");

    breaks(Promise.UNDONE);
  }

  @Test
  void restoreThatDidNotHappenIsUndoneThoughItWasDiscardedBefore() {
    letters.set(1, new Letter("bad", "discarded", 1, letters.get(1).failures()));
    changed("discard", "bad");
    changed("restore", "bad");

    breaks(Promise.UNDONE);
  }

  @Test
  void letterThatNobodyDiscardedIsNamed() {
    letters.set(1, new Letter("bad", "discarded", 1, letters.get(1).failures()));

    breaks(Promise.UNRECORDED);
  }

  @Test
  void changeWhoseEndIsOnNoRecordIsNamed() {
    changed("discard", "good");
    audit.removeLast();

    breaks(Promise.UNRECORDED);
  }
}
