package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import navigator.contracts.Usage;
import navigator.contracts.queue.ChatRequest;
import navigator.inference.quota.QuotaSettings;
import navigator.inference.simulation.SimulatedTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests for a model that has a slot each eleven seconds. */
class WhoGoesFirstTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final QuotaSettings SMALL = new QuotaSettings(10_000, 0, 1, 5, 5, TIMEOUT);
  private static final ModelResult ANSWER =
      new ModelResult.Answer("Here is how.", "sonnet", "end_turn", new Usage(300, 300, 0, 0));

  private final VirtualClock clock = VirtualClock.atAcceptance();
  private CallModel calls;

  @BeforeEach
  void start() {
    PacedModel model = Samples.paced((_, _, _) -> ANSWER, new SimulatedTable(), SMALL, clock);
    BackOff none = new BackOff(Duration.ofSeconds(1), TIMEOUT, Dice.highest());
    CallPolicy policy = new CallPolicy(TIMEOUT, Duration.ofSeconds(35), 5, none, none);
    calls = new CallModel(new ModelChain(List.of(model), TIMEOUT), policy, clock, clock);
  }

  @Test
  void aReplayLeavesTheSlotsThatAreWaitedForToOthers() {
    for (int i = 0; i < 3; i++) {
      assertAnswered(delivered("ann"));
    }

    assertDeferred(replayed());
    assertAnswered(delivered("ann"));
    clock.advance(Duration.ofMinutes(1));
    assertAnswered(replayed());
  }

  @Test
  void aUserWhoAsksMostLeavesThemToOthersToo() {
    for (int i = 0; i < 15; i++) {
      assertAnswered(delivered("noisy"));
    }

    assertDeferred(delivered("noisy"));
    assertAnswered(delivered("another"));
    assertDeferred(delivered("noisy"));
    clock.advance(Duration.ofSeconds(5));
    assertAnswered(deliveredAgain("noisy"));
  }

  @Test
  void whoseTimeRunsOutLetsNobodyElseGoFirst() {
    for (int i = 0; i < 20; i++) {
      delivered("noisy");
    }
    clock.advance(Duration.between(clock.instant(), Samples.DEADLINE).dividedBy(2));
    assertAnswered(delivered("another"));

    assertAnswered(delivered("noisy"));
  }

  @Test
  void aReplayIsNobodysNoise() {
    for (int i = 0; i < 40; i++) {
      replayed();
      clock.advance(Duration.ofSeconds(1));
    }
    clock.advance(Duration.ofMinutes(1));

    for (int i = 0; i < 16; i++) {
      assertAnswered(delivered("ann"));
    }
  }

  private Conclusion delivered(String userId) {
    return conclude(request(userId, 0), 1);
  }

  private Conclusion deliveredAgain(String userId) {
    return conclude(request(userId, 0), 2);
  }

  private Conclusion replayed() {
    return conclude(request("ann", 1), 1);
  }

  private Conclusion conclude(ChatRequest request, int receiveCount) {
    Prompt prompt = Prompt.of("system", List.of(), request.message());
    SharedWait waiting = new SharedWait(Duration.ofSeconds(20));
    Invocation invocation = new Invocation(clock.instant().plusSeconds(90), waiting);
    return calls.conclude(request, prompt, Progress.NONE, receiveCount, invocation);
  }

  private static ChatRequest request(String userId, int generation) {
    ChatRequest first = Samples.request();
    return new ChatRequest(
        first.schemaVersion(),
        first.requestId(),
        first.conversationId(),
        userId,
        first.role(),
        first.message(),
        first.turn(),
        first.acceptedAt(),
        first.deadlineAt(),
        generation,
        first.traceparent());
  }

  private static void assertAnswered(Conclusion conclusion) {
    assertThat(conclusion).isInstanceOf(Conclusion.Answered.class);
  }

  private static void assertDeferred(Conclusion conclusion) {
    assertThat(conclusion).isInstanceOf(Conclusion.Deferred.class);
  }
}
