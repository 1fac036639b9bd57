package navigator.local.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import navigator.local.chaos.check.History.ModelCall;
import navigator.local.chaos.check.Operations.Entry;
import navigator.local.chaos.check.Operations.Letter;
import org.junit.jupiter.api.Test;

/** What letters and generations must be. */
class LetterRulesTest extends OperatedHistory {

  @Test
  void replayThatDidWhatItSaysBreaksNothing() {
    assertThat(broken()).isEmpty();
  }

  @Test
  void letterThatIsLeftReplayingIsAtOdds() {
    letters.set(1, new Letter("bad", "replaying", 1, letters.get(1).failures()));

    breaks(Promise.LETTER_AT_ODDS);
  }

  @Test
  void letterThatIsParkedAlthoughItsRequestIsAnsweredIsAtOdds() {
    letters.set(0, new Letter("good", "parked", 1, letters.get(0).failures()));

    breaks(Promise.LETTER_AT_ODDS);
  }

  @Test
  void letterOfAnEarlierFailureIsAtOdds() {
    letters.set(1, new Letter("bad", "parked", 0, letters.get(1).failures()));

    breaks(Promise.LETTER_AT_ODDS);
  }

  @Test
  void letterThatWasParkedTwiceInAGenerationIsAtOdds() {
    letters.set(
        1,
        new Letter(
            "bad", "parked", 1, List.of(refused(0, FAILED), refused(1, AGAIN), refused(1, AGAIN))));
    calls.add(new ModelCall("bad", AGAIN, "AccessDeniedException", 0));

    breaks(Promise.LETTER_AT_ODDS);
  }

  @Test
  void fallbackWithoutALetterIsAtOdds() {
    letters.remove(1);

    breaks(Promise.LETTER_AT_ODDS);
  }

  @Test
  void generationOfTwoReplaysIsAskedTwice() {
    entries.add(new Entry("too", "bad", 0, "failed", ""));

    breaks(Promise.ASKED_TWICE);
  }

  @Test
  void generationOfNoReplayIsNotAskedOnce() {
    entries.set(1, new Entry("again", "bad", 0, "skipped", "discarded"));
    replays.set(0, replay("completed", "", false, counts(2, 1, 0, 1)));
    audit.set(1, record("replay", "done", counts(2, 1, 0, 1)));

    breaks(Promise.ASKED_TWICE);
  }
}
