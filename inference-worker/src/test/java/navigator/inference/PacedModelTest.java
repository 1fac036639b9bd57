package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.ErrorCode;
import navigator.contracts.Role;
import navigator.contracts.Usage;
import navigator.contracts.queue.ChatRequest;
import navigator.inference.quota.Priority;
import navigator.inference.quota.QuotaSettings;
import navigator.inference.simulation.SimulatedTable;
import org.junit.jupiter.api.Test;

class PacedModelTest {

  private static final Duration A_CALL = Duration.ofSeconds(30);

  /** About 15 calls a minute, by what is expected before the first answer. */
  private static final QuotaSettings SMALL =
      new QuotaSettings(27_000, 0, 1, 5, 5, Duration.ofSeconds(30));

  private static final ModelResult UNAVAILABLE =
      new ModelResult.Transient(ErrorCode.MODEL_UNAVAILABLE, "No capacity.");

  private final VirtualClock clock = VirtualClock.atAcceptance();
  private final ChatRequest request = Samples.request();
  private final Prompt prompt = Prompt.of("system", List.of(), request.message());
  private final SimulatedTable table = new SimulatedTable();
  private final List<Integer> maxTokens = new ArrayList<>();
  private final PacedModel model = paced(Samples.answer("Here is how."), SMALL);

  @Test
  void theSecondCallWaitsForItsSlotInProcess() {
    now(model, 20);
    Instant first = clock.instant();

    now(model, 20);

    assertThat(Duration.between(first, clock.instant()))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
  }

  @Test
  void aSlotThatIsTooFarAwayIsNotTakenAndATimeToComeAgainIsTold() {
    now(model, 20);

    PacedModel.Turn turn = turn(model, 1);

    assertThat(turn)
        .isInstanceOfSatisfying(
            PacedModel.Turn.Later.class,
            later -> {
              assertThat(later.until()).isAfter(clock.instant().plusSeconds(1));
              assertThat(later.down()).isFalse();
            });
    assertThat(clock.waits()).isEmpty();
  }

  @Test
  void whoeverYieldsTakesNoSlotThatIsWaitedFor() {
    now(model, 20);

    assertThat(turn(model, 20, Priority.LOWEST)).isInstanceOf(PacedModel.Turn.Later.class);
    assertThat(turn(model, 20)).isInstanceOf(PacedModel.Turn.Now.class);
  }

  @Test
  void whoeverYieldsTakesASlotThatNobodyWaitsFor() {
    assertThat(turn(model, 20, Priority.LOWEST)).isInstanceOf(PacedModel.Turn.Now.class);
  }

  @Test
  void whatIsTooFarAwayIsNotWaitedForWhileTheGateIsOpen() {
    QuotaSettings fiveAMinute = new QuotaSettings(8_800, 0, 1, 5, 5, Duration.ofSeconds(30));
    PacedModel slow = paced(Samples.answer("Here is how."), fiveAMinute);
    now(slow, 20);

    PacedModel.Turn turn = turn(slow, 10);

    assertThat(turn)
        .isInstanceOfSatisfying(
            PacedModel.Turn.Later.class,
            later -> assertThat(later.until()).isBefore(clock.instant().plusSeconds(10)));
    assertThat(clock.waits()).isEmpty();
  }

  @Test
  void noMoreOutputIsAllowedThanAnswersOfItsRoleTake() {
    PacedModel ample = paced(answer(100), Samples.AMPLE);
    for (int i = 0; i < 200; i++) {
      ask(ample, now(ample, 20));
    }

    ask(ample, now(ample, 20));

    assertThat(maxTokens.getFirst()).isEqualTo(2048);
    assertThat(maxTokens.getLast()).isEqualTo(256);
  }

  @Test
  void whatACallTookBeyondWhatWasExpectedDelaysTheNext() {
    PacedModel expensive = paced(answer(2000), SMALL);
    Instant first = clock.instant();
    ask(expensive, now(expensive, 20));

    now(expensive, 50);

    assertThat(Duration.between(first, clock.instant())).isGreaterThan(Duration.ofSeconds(20));
  }

  @Test
  void someRequestsInARowThatFailCloseTheGateForAllEnvironments() {
    for (int i = 0; i < 3; i++) {
      PacedModel failing = paced(UNAVAILABLE, Samples.AMPLE);
      ask(failing, now(failing, 20));
    }

    assertThat(turn(paced(UNAVAILABLE, Samples.AMPLE), 20))
        .isInstanceOfSatisfying(
            PacedModel.Turn.Later.class, later -> assertThat(later.down()).isTrue());
  }

  @Test
  void anAnswerBetweenThemProvesThatTheModelIsNotDown() {
    PacedModel failing = paced(UNAVAILABLE, Samples.AMPLE);
    PacedModel working = paced(Samples.answer("Here is how."), Samples.AMPLE);
    for (int i = 0; i < 9; i++) {
      PacedModel asked = i % 3 == 2 ? working : failing;
      ask(asked, now(asked, 20));
    }

    assertThat(turn(failing, 20)).isInstanceOf(PacedModel.Turn.Now.class);
  }

  @Test
  void aRequestThatFailsAgainAndAgainSaysNothingAboutTheModel() {
    PacedModel failing = paced(UNAVAILABLE, Samples.AMPLE);
    for (int i = 0; i < 10; i++) {
      failing.ask(Role.INSTRUCTOR, prompt, now(failing, 20), A_CALL, i == 0);
    }

    assertThat(turn(failing, 20)).isInstanceOf(PacedModel.Turn.Now.class);
  }

  private PacedModel paced(ModelResult result, QuotaSettings quota) {
    AskModel ask =
        (_, most, _) -> {
          maxTokens.add(most);
          return result;
        };
    return Samples.paced(ask, table, quota, clock);
  }

  private static ModelResult answer(int outputTokens) {
    return new ModelResult.Answer(
        "Here is how.", Samples.MODEL, "end_turn", new Usage(20, outputTokens, 0, 0));
  }

  private void ask(PacedModel asked, PacedModel.Turn.Now turn) {
    asked.ask(Role.INSTRUCTOR, prompt, turn, A_CALL, true);
  }

  private PacedModel.Turn.Now now(PacedModel asked, int patience) {
    PacedModel.Turn turn = turn(asked, patience);
    assertThat(turn).isInstanceOf(PacedModel.Turn.Now.class);
    return (PacedModel.Turn.Now) turn;
  }

  private PacedModel.Turn turn(PacedModel asked, int patience) {
    return turn(asked, patience, Priority.NORMAL);
  }

  private PacedModel.Turn turn(PacedModel asked, int patience, Priority priority) {
    Invocation invocation =
        new Invocation(
            clock.instant().plusSeconds(90), new SharedWait(Duration.ofSeconds(patience)));
    return asked.turn(
        Role.INSTRUCTOR,
        prompt,
        new Waiting(invocation, Samples.DEADLINE, Duration.ofSeconds(35), clock, clock),
        priority);
  }
}
