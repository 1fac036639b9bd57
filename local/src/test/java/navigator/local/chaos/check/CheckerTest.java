package navigator.local.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import navigator.local.chaos.check.History.Accepted;
import navigator.local.chaos.check.History.Breach;
import navigator.local.chaos.check.History.Kill;
import navigator.local.chaos.check.History.Left;
import navigator.local.chaos.check.History.ModelCall;
import navigator.local.chaos.check.History.Outcome;
import navigator.local.chaos.check.History.Reply;
import navigator.local.chaos.check.History.Stored;
import navigator.local.chaos.check.History.Told;
import navigator.local.chaos.check.Operations.Entry;
import navigator.local.chaos.check.Operations.Failure;
import navigator.local.chaos.check.Operations.Letter;
import org.junit.jupiter.api.Test;

class CheckerTest {

  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant DEADLINE = START.plusSeconds(60);

  private final List<Accepted> accepted = new ArrayList<>(List.of(new Accepted("r", "q")));
  private final List<Stored> requests = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();
  private final List<ModelCall> calls = new ArrayList<>();
  private final List<Kill> kills = new ArrayList<>();
  private final List<String> cuts = new ArrayList<>();
  private final List<String> deleted = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final List<Breach> breaches = new ArrayList<>();
  private final List<Letter> letters = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  private Verdict verdict() {
    return new Checker(
            new History(
                accepted,
                requests,
                outcomes,
                replies,
                left,
                calls,
                cuts,
                kills,
                deleted,
                told,
                breaches,
                new Operations(letters, List.of(), entries, List.of(), List.of())),
            Duration.ofSeconds(10))
        .verdict();
  }

  private static Stored request(String status, Instant endedAt, String code) {
    return new Stored(
        "r", "c", status, "h", START, DEADLINE, Optional.of(endedAt), code, "", false, 0);
  }

  private void answered() {
    requests.add(request("completed", START.plusSeconds(3), ""));
    outcomes.add(new Outcome("r", 0, true, "An answer", START.plusSeconds(2)));
    replies.add(new Reply("r", "An answer", false));
    calls.add(new ModelCall("h", START.plusSeconds(1), "end_turn", 5));
    told.add(new Told("r", "completed", "An answer"));
  }

  private void fellBack(Instant endedAt, String code) {
    requests.add(request("fallback", endedAt, code));
    replies.add(new Reply("r", "Sorry", true));
    letters.add(new Letter("r", "parked", 0, List.of(new Failure(0, code, endedAt))));
  }

  private static Stored completed(int generation) {
    return new Stored(
        "r",
        "c",
        "completed",
        "h",
        START,
        DEADLINE,
        Optional.of(START.plusSeconds(3)),
        "",
        "",
        false,
        generation);
  }

  private void replay(String state) {
    entries.add(new Entry("again", "r", 0, state, ""));
    letters.add(new Letter("r", "resolved", 0, List.of(new Failure(0, "throttled", DEADLINE))));
  }

  private void breaks(Promise... promises) {
    assertThat(verdict().broken()).containsOnlyKeys(promises);
  }

  @Test
  void answeredRequestBreaksNothing() {
    answered();

    assertThat(verdict().broken()).isEmpty();
    assertThat(verdict().with("completed")).isEqualTo(1);
  }

  @Test
  void acceptedRequestThatIsNotInTheTableIsLost() {
    breaks(Promise.LOST);
  }

  @Test
  void cancelledRequestWithAReplyIsUntrue() {
    requests.add(request("cancelled", START.plusSeconds(1), ""));
    assertThat(verdict().broken()).isEmpty();

    replies.add(new Reply("r", "An answer", false));
    breaks(Promise.UNTRUE);
  }

  @Test
  void cancelledRequestThatIsAnsweredAfterAllHasChanged() {
    answered();
    told.clear();
    told.add(new Told("r", "cancelled", ""));

    breaks(Promise.CHANGED);
  }

  @Test
  void requestOfADeletedConversationThatIsNotErasedIsKept() {
    answered();
    deleted.add("c");

    breaks(Promise.KEPT);
  }

  @Test
  void textOfAnErasedRequestIsKept() {
    requests.add(
        new Stored(
            "r", "c", "completed", "", START, DEADLINE, Optional.of(START), "", "", true, 0));
    told.add(new Told("r", "completed", "An answer"));
    assertThat(verdict().broken()).isEmpty();

    outcomes.add(new Outcome("r", 0, true, "An answer", START));
    breaks(Promise.KEPT);
  }

  @Test
  void messageOfNoKnownRequestIsALoss() {
    answered();
    left.add(new Left("queue", ""));

    breaks(Promise.LOST);
    assertThat(verdict().left()).containsEntry("queue", 1);
  }

  @Test
  void messageOfARequestThatEndedIsNoLoss() {
    answered();
    left.add(new Left("queue", "r"));

    assertThat(verdict().broken()).isEmpty();
  }

  @Test
  void secondRequestInTheSameWordsWasSubmittedTwice() {
    answered();
    requests.add(
        new Stored(
            "r2", "c", "cancelled", "h", START, DEADLINE, Optional.of(START), "", "", false, 0));

    breaks(Promise.SUBMITTED_TWICE);
  }

  @Test
  void modelThatWasNotReadyUntilTheDeadlineExplainsThatItWasThrottled() {
    fellBack(DEADLINE, "throttled");
    calls.add(new ModelCall("h", START, "ModelNotReadyException", 0));

    assertThat(verdict().broken()).isEmpty();
  }

  @Test
  void connectionThatWasCutExplainsThatTheModelWasUnavailable() {
    fellBack(START.plusSeconds(9), "model_unavailable");
    breaks(Promise.UNEXPLAINED);

    cuts.add("h");
    assertThat(verdict().broken()).isEmpty();
  }

  @Test
  void modelThatWasNotFoundExplainsThatItIsUnavailable() {
    fellBack(START.plusSeconds(3), "model_unavailable");
    calls.add(new ModelCall("h", START.plusSeconds(1), "ResourceNotFoundException", 0));

    assertThat(verdict().broken()).isEmpty();
  }

  @Test
  void requestThatNeverEndsIsLost() {
    requests.add(
        new Stored("r", "c", "queued", "h", START, DEADLINE, Optional.empty(), "", "", false, 0));

    breaks(Promise.LOST);
  }

  @Test
  void requestThatEndsLaterThanTheAllowanceIsOverdue() {
    fellBack(DEADLINE.plusSeconds(11), "deadline_exceeded");

    breaks(Promise.OVERDUE);
  }

  @Test
  void fallbackThatAnAnswerSupersededLateIsNotOverdue() {
    answered();
    requests.set(
        0,
        new Stored(
            "r",
            "c",
            "completed",
            "h",
            START,
            DEADLINE,
            Optional.of(DEADLINE.plusSeconds(99)),
            "",
            "",
            false,
            0));
    letters.add(new Letter("r", "resolved", 0, List.of(new Failure(0, "throttled", DEADLINE))));
    calls.add(new ModelCall("h", START, "ThrottlingException", 0));

    assertThat(verdict().broken()).isEmpty();
  }

  @Test
  void failureThatAReplayMadeGoodBreaksNothing() {
    answered();
    requests.set(0, completed(1));
    outcomes.set(0, new Outcome("r", 1, true, "An answer", START.plusSeconds(2)));
    outcomes.add(new Outcome("r", 0, false, "", START.plusSeconds(1)));
    replay("answered");

    assertThat(verdict().broken()).isEmpty();
  }

  @Test
  void answersOfTwoGenerationsAreNamed() {
    answered();
    requests.set(0, completed(1));
    outcomes.add(new Outcome("r", 1, true, "An answer", START.plusSeconds(2)));
    replay("answered");

    breaks(Promise.ANSWERED_TWICE, Promise.ASKED_TWICE);
  }

  @Test
  void secondOutcomeOfAGenerationIsNamed() {
    answered();
    outcomes.add(new Outcome("r", 0, false, "", START.plusSeconds(2)));

    breaks(Promise.ANSWERED_TWICE);
  }

  @Test
  void secondReplyOfATurnIsNamed() {
    answered();
    replies.add(new Reply("r", "An answer", false));

    breaks(Promise.ANSWERED_TWICE);
  }

  @Test
  void callAfterTheAnswerWasStoredIsNamed() {
    answered();
    calls.add(new ModelCall("h", START.plusSeconds(30), "end_turn", 5));

    breaks(Promise.BOUGHT_TWICE);
  }

  @Test
  void callBesideTheOneThatWasStoredIsCountedAndNotBlamed() {
    answered();
    calls.add(new ModelCall("h", START, "end_turn", 5));

    assertThat(verdict().broken()).isEmpty();
    assertThat(verdict().boughtAgain()).isEqualTo(1);
  }

  @Test
  void answerThatTurnedIntoAFallbackHasChanged() {
    fellBack(DEADLINE, "deadline_exceeded");
    told.add(new Told("r", "completed", "An answer"));

    breaks(Promise.CHANGED);
  }

  @Test
  void fallbackThatTurnedIntoAnAnswerHasNotChanged() {
    answered();
    told.add(new Told("r", "fallback", "Sorry"));

    assertThat(verdict().broken()).isEmpty();
  }

  @Test
  void emptyAnswerIsUntrue() {
    answered();
    outcomes.set(0, new Outcome("r", 0, true, "", START.plusSeconds(2)));

    breaks(Promise.UNTRUE);
  }

  @Test
  void fallbackThatIsNotMarkedIsUntrue() {
    fellBack(DEADLINE, "deadline_exceeded");
    replies.set(0, new Reply("r", "Sorry", false));

    breaks(Promise.UNTRUE);
  }

  @Test
  void fallbackBesideAStoredAnswerIsUntrue() {
    fellBack(DEADLINE, "deadline_exceeded");
    outcomes.add(new Outcome("r", 0, true, "An answer", START.plusSeconds(2)));

    breaks(Promise.UNTRUE);
  }

  @Test
  void throttledFallbackBeforeItsDeadlineIsUnexplained() {
    fellBack(DEADLINE.minusSeconds(1), "throttled");
    calls.add(new ModelCall("h", START, "ThrottlingException", 0));

    breaks(Promise.UNEXPLAINED);
  }

  @Test
  void crashedRequestNeedsThreeKills() {
    fellBack(START.plusSeconds(50), "crashed");
    kills.add(new Kill("worker", START.plusSeconds(1)));
    kills.add(new Kill("worker", START.plusSeconds(2)));
    breaks(Promise.UNEXPLAINED);

    kills.add(new Kill("worker", START.plusSeconds(3)));
    assertThat(verdict().broken()).isEmpty();
  }

  @Test
  void refusalThatTheModelNeverMadeIsUnexplained() {
    fellBack(START.plusSeconds(5), "access_denied");
    calls.add(new ModelCall("h", START, "end_turn", 5));

    breaks(Promise.UNEXPLAINED);
  }

  @Test
  void whatWasSeenBrokenOnTheWayIsBroken() {
    answered();
    breaches.add(new Breach(Promise.READ_BY_OTHERS, "r"));

    breaks(Promise.READ_BY_OTHERS);
  }
}
