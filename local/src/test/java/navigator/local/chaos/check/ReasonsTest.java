package navigator.local.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import navigator.local.chaos.check.History.Kill;
import navigator.local.chaos.check.History.ModelCall;
import navigator.local.chaos.check.Operations.Failure;
import navigator.local.chaos.check.Operations.Letter;
import org.junit.jupiter.api.Test;

/** Why a generation failed, told from the others. */
class ReasonsTest extends OperatedHistory {

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
  void whatWasNotStoredWasBoughtAsOftenAsMayBe() {
    requests.set(1, request("bad", "fallback", "internal"));
    letters.set(
        1,
        new Letter(
            "bad", "parked", 1, List.of(refused(0, FAILED), new Failure(1, "internal", AGAIN))));
    calls.addAll(
        Collections.nCopies(3, new ModelCall("bad", FAILED.plusSeconds(5), "end_turn", 9)));
    breaks(Promise.UNEXPLAINED);

    calls.add(new ModelCall("bad", FAILED.plusSeconds(6), "end_turn", 9));
    assertThat(broken()).isEmpty();
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
}
