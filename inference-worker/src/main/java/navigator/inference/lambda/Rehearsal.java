package navigator.inference.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.Usage;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.wire.Wire;
import navigator.inference.DeadLetterConfig;
import navigator.inference.Delivery;
import navigator.inference.GovernedModel;
import navigator.inference.HistoryLimits;
import navigator.inference.InferenceConfig;
import navigator.inference.ModelSettings;
import navigator.inference.Outcome;
import navigator.inference.Prompt;
import navigator.inference.RequestFacts;
import navigator.inference.Timing;
import navigator.inference.aws.DeadLetterStages;
import navigator.inference.aws.InferenceStages;
import navigator.inference.aws.ModelStage;
import navigator.inference.quota.CallCost;
import navigator.inference.quota.Priority;
import navigator.inference.quota.QuotaGovernor;
import navigator.inference.quota.QuotaSettings;
import navigator.inference.quota.Tempo;

/**
 * Every stage run once through the SDK and back, against answers from memory: no network, no
 * credentials, no log lines, no side effects.
 */
final class Rehearsal {

  private static final String NAME = "rehearsal";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant THEN = Instant.EPOCH;
  private static final QuotaSettings QUOTA = new QuotaSettings(1, 0, 1, 1, 1, MINUTE);
  private static final InstantSource CLOCK = InstantSource.fixed(THEN);

  private Rehearsal() {}

  static void inference() {
    InferenceStages stages =
        InferenceStages.ofRehearsal(config(), RandomGenerator.getDefault(), CLOCK);
    Delivery delivery = delivery();
    RequestFacts facts = RequestFacts.of(request());
    stages.claims().claim(facts.requestId(), 0);
    stages.histories().before(facts);
    Prompt.Message question = new Prompt.Message(Prompt.Speaker.USER, "Hello");
    ModelStage model = stages.models().getFirst();
    new QuotaGovernor(model.quota(), QUOTA, Tempo.REAL, CLOCK)
        .reserve(new CallCost(1, 0, MINUTE), Priority.NORMAL, MINUTE);
    model.quota().read();
    model.model().ask(new Prompt("Be brief.", List.of(question)), 1, MINUTE);
    stages.outcomes().store(facts, outcome());
    stages.bus().publish(event(facts));
    stages.queue().delete(delivery);
    stages.queue().putBack(List.of(delivery), THEN);
  }

  static void deadLetter() {
    DeadLetterConfig config = new DeadLetterConfig(NAME, NAME, NAME, DAY, DAY);
    DeadLetterStages stages = DeadLetterStages.ofRehearsal(config, CLOCK);
    Delivery letter = delivery();
    RequestFacts facts = RequestFacts.of(request());
    stages.requests().read(facts.requestId());
    stages.outcomes().store(facts, outcome());
    stages.bus().publish(event(facts));
    stages.unreadables().store(letter);
  }

  private static InferenceConfig config() {
    String queue = "https://rehearsal.invalid/queue";
    return new InferenceConfig(
        NAME,
        queue,
        queue,
        NAME,
        new ModelSettings(NAME, 1, MINUTE, null),
        NAME,
        List.of(new GovernedModel(NAME, QUOTA)),
        Tempo.REAL,
        new Timing(MINUTE, MINUTE, MINUTE, MINUTE),
        new HistoryLimits(2, 100),
        1,
        DAY);
  }

  private static Delivery delivery() {
    return Delivery.of("id", "handle", "group", "id", 1, Wire.write(request()), Map.of());
  }

  private static ChatRequest request() {
    return new ChatRequest(
        SchemaVersion.CURRENT,
        RequestId.random(),
        ConversationId.random(),
        "nobody",
        Role.GENERIC,
        "Hello",
        new Turn(THEN),
        THEN,
        THEN,
        0,
        Traceparent.ofHeader(null));
  }

  private static Outcome outcome() {
    return new Outcome.Answered("Hello", NAME, "end_turn", new Usage(1, 1, 0, 0), 1, THEN);
  }

  private static ChatAnswered event(RequestFacts facts) {
    return new ChatAnswered(
        SchemaVersion.CURRENT,
        facts.requestId(),
        facts.conversationId(),
        facts.userId(),
        facts.generation(),
        facts.turn(),
        "Hello",
        NAME,
        "end_turn",
        new Usage(1, 1, 0, 0),
        1,
        THEN,
        facts.traceparent());
  }
}
