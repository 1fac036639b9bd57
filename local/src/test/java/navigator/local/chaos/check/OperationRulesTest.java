package navigator.local.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import navigator.local.chaos.check.History.Kill;
import navigator.local.chaos.check.History.ModelCall;
import navigator.local.chaos.check.History.Outcome;
import navigator.local.chaos.check.History.Reply;
import navigator.local.chaos.check.History.Stored;
import navigator.local.chaos.check.Operations.Audit;
import navigator.local.chaos.check.Operations.Deed;
import navigator.local.chaos.check.Operations.Entry;
import navigator.local.chaos.check.Operations.Failure;
import navigator.local.chaos.check.Operations.Letter;
import navigator.local.chaos.check.Operations.Replay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two requests fell back; a replay asked both again, and one was answered. */
class OperationRulesTest {

  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant FAILED = START.plusSeconds(10);
  private static final Instant AGAIN = START.plusSeconds(100);
  private static final Instant DEADLINE = START.plusSeconds(150);
  private static final String ACTOR = "vera";
  private static final String REASON = "the model is back";

  private final List<Stored> requests = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private final List<ModelCall> calls = new ArrayList<>();
  private final List<Kill> kills = new ArrayList<>();
  private final List<Letter> letters = new ArrayList<>();
  private final List<Replay> replays = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Audit> audit = new ArrayList<>();
  private final List<Deed> deeds = new ArrayList<>();

  @BeforeEach
  void replayOfTwo() {
    requests.add(request("good", "completed", ""));
    outcomes.add(new Outcome("good", 0, false, "", FAILED));
    outcomes.add(new Outcome("good", 1, true, "An answer", AGAIN));
    replies.add(new Reply("good", "An answer", false));
    letters.add(new Letter("good", "resolved", 0, List.of(refused(0, FAILED))));
    entries.add(new Entry("again", "good", 0, "answered", ""));

    requests.add(request("bad", "fallback", "access_denied"));
    outcomes.add(new Outcome("bad", 0, false, "", FAILED));
    outcomes.add(new Outcome("bad", 1, false, "", AGAIN));
    replies.add(new Reply("bad", "Sorry", true));
    letters.add(new Letter("bad", "parked", 1, List.of(refused(0, FAILED), refused(1, AGAIN))));
    entries.add(new Entry("again", "bad", 0, "failed", ""));

    for (String id : List.of("good", "bad")) {
      calls.add(new ModelCall(id, FAILED.minusSeconds(1), "AccessDeniedException", 0));
    }
    calls.add(new ModelCall("bad", AGAIN.minusSeconds(1), "AccessDeniedException", 0));
    replays.add(replay("completed", "", false, counts(2, 1, 1, 0)));
    audit.add(record("replay", "requested", Map.of()));
    audit.add(record("replay", "done", counts(2, 1, 1, 0)));
    deeds.add(new Deed("replay", "again", List.of(), ACTOR, REASON, true));
  }

  private static Stored request(String id, String status, String code) {
    return new Stored(id, "c", status, id, START, DEADLINE, Optional.of(AGAIN), code, "", false, 1);
  }

  private static Failure refused(int generation, Instant at) {
    return new Failure(generation, "access_denied", at);
  }

  private static Replay replay(
      String state, String stop, boolean cancelled, Map<String, Integer> counts) {
    var terms = Map.of("rate", 60, "maximum", 10, "canary", 0);
    return new Replay("again", state, stop, ACTOR, REASON, cancelled, terms, counts);
  }

  private static Map<String, Integer> counts(int matched, int answered, int failed, int skipped) {
    var counts = new HashMap<>(Map.of("matched", matched, "answered", answered));
    counts.putAll(Map.of("failed", failed, "skipped", skipped, "outstanding", 0));
    counts.put("sent", answered + failed);
    return counts;
  }

  private static Audit record(String action, String phase, Map<String, Integer> counts) {
    return new Audit(action, phase, "again", ACTOR, REASON, Set.of(), counts);
  }

  private Map<Promise, List<String>> broken() {
    var operations = new Operations(letters, replays, entries, audit, deeds);
    return new Checker(
            new History(
                List.of(),
                requests,
                outcomes,
                replies,
                List.of(),
                calls,
                List.of(),
                kills,
                List.of(),
                List.of(),
                List.of(),
                operations),
            Duration.ofSeconds(10))
        .verdict()
        .broken();
  }

  private void breaks(Promise... promises) {
    assertThat(broken()).containsOnlyKeys(promises);
  }

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
    deeds.add(new Deed("replay", "another", List.of(), ACTOR, REASON, true));

    breaks(Promise.REPLAY_LOST);
  }

  @Test
  void replayThatNobodyWasToldOfMayBeMissing() {
    deeds.add(new Deed("replay", "another", List.of(), ACTOR, REASON, false));

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
    deeds.set(0, new Deed("replay", "again", List.of(), "eve", REASON, true));

    breaks(Promise.UNRECORDED);
  }

  @Test
  void cancelThatWasToldAndIsNotThereIsUndone() {
    deeds.add(new Deed("cancel_replay", "again", List.of(), ACTOR, "no", true));
    audit.add(new Audit("cancel_replay", "requested", "again", ACTOR, "no", Set.of(), Map.of()));

    breaks(Promise.UNDONE);
  }

  @Test
  void cancelWithoutItsRecordIsNamed() {
    replays.set(0, replay("completed", "", true, counts(2, 1, 1, 0)));
    deeds.add(new Deed("cancel_replay", "again", List.of(), ACTOR, "no", true));

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

  @Test
  void failureOfALaterGenerationNeedsAReasonOfItsOwn() {
    calls.removeLast();

    breaks(Promise.UNEXPLAINED);
  }

  @Test
  void failureOfAnEarlierGenerationNeedsAReasonOfItsOwn() {
    calls.remove(1);

    breaks(Promise.UNEXPLAINED);
  }

  @Test
  void killsBeforeAGenerationDoNotExplainItsCrash() {
    requests.set(1, request("bad", "fallback", "crashed"));
    letters.set(
        1,
        new Letter(
            "bad", "parked", 1, List.of(refused(0, FAILED), new Failure(1, "crashed", AGAIN))));
    kills.add(new Kill("worker", FAILED.minusSeconds(1)));
    kills.add(new Kill("worker", FAILED.plusSeconds(1)));
    kills.add(new Kill("worker", FAILED.plusSeconds(2)));
    breaks(Promise.UNEXPLAINED);

    kills.add(new Kill("worker", FAILED.plusSeconds(3)));
    assertThat(broken()).isEmpty();
  }

  private void changed(String action, String id) {
    deeds.add(new Deed(action, "", List.of(id), ACTOR, "why " + action, true));
    audit.add(onLetters(action, "requested", id));
    audit.add(onLetters(action, "done", id));
  }

  private static Audit onLetters(String action, String phase, String id) {
    return new Audit(action, phase, "op-" + action, ACTOR, "why " + action, Set.of(id), Map.of());
  }
}
