package navigator.local.bedrock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import navigator.local.loopback.Reply;

/**
 * The Converse operation: read, strike with a fault or let the author write, take the time, log.
 */
final class Converse {
  private static final String BLOCKED_TEXT = "Sorry, the model cannot answer this question.";

  private final EmulatorSettings settings;
  private final InstantSource clock;
  private final CallLog log = new CallLog();
  private final Chance chance;
  private volatile FaultScript script = FaultScript.none();

  Converse(EmulatorSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.chance = new Chance(settings.seed());
  }

  CallLog log() {
    return log;
  }

  void play(FaultScript newScript) {
    script = newScript;
  }

  Reply answer(String modelId, String body) throws InterruptedException {
    var receivedAt = clock.instant();
    return switch (PromptReader.read(modelId, body)) {
      case Reading.Invalid(var refusal) ->
          refuse(
              refusal,
              new CallRecord(receivedAt, modelId, refusal.error().type(), 0, 0, "", "", 0));
      case Reading.Valid(var prompt) -> answer(prompt, receivedAt);
    };
  }

  private Reply answer(Prompt prompt, Instant receivedAt) throws InterruptedException {
    var random = chance.of(prompt);
    var fault = script.faultOf(prompt.question()).or(() -> settings.faults().draw(random));
    var good = EmulatedAuthor.write(prompt, random);
    return switch (fault.orElse(null)) {
      case null -> deliver(prompt, good, receivedAt, latency(good, random));
      case Fault.Refused refused -> refuse(refused, record(prompt, receivedAt, refused));
      case Fault.Late(var by) -> deliver(prompt, good, receivedAt, latency(good, random).plus(by));
      case Fault.Spoilt spoilt -> {
        var bad = spoil(spoilt, good);
        yield deliver(prompt, bad, receivedAt, latency(bad, random));
      }
    };
  }

  private static Answer spoil(Fault.Spoilt fault, Answer good) {
    return switch (fault) {
      case Fault.Late late -> good;
      case Fault.Empty() -> new Answer("", "end_turn");
      case Fault.Truncated() -> new Answer(half(good.text()), "max_tokens");
      case Fault.Filtered() -> new Answer("", "content_filtered");
      case Fault.Blocked() -> new Answer(BLOCKED_TEXT, "guardrail_intervened");
    };
  }

  private static String half(String text) {
    return text.substring(0, text.length() / 2);
  }

  private Duration latency(Answer answer, RandomGenerator random) {
    return settings.latency().of(answer.outputTokens(), random);
  }

  private Reply deliver(Prompt prompt, Answer answer, Instant receivedAt, Duration latency)
      throws InterruptedException {
    Thread.sleep(latency);
    log.add(
        new CallRecord(
            receivedAt,
            prompt.modelId(),
            answer.stopReason(),
            prompt.inputTokens(),
            answer.outputTokens(),
            Chance.hash(prompt.system()),
            CallRecord.hashOf(prompt.question()),
            prompt.messages().size()));
    return Reply.json(200, response(prompt, answer, latency));
  }

  private Reply refuse(Fault.Refused refusal, CallRecord call) throws InterruptedException {
    Thread.sleep(settings.latency().refusal());
    log.add(call);
    return ErrorReply.of(refusal);
  }

  private static CallRecord record(Prompt prompt, Instant receivedAt, Fault.Refused refusal) {
    return new CallRecord(
        receivedAt,
        prompt.modelId(),
        refusal.error().type(),
        0,
        0,
        Chance.hash(prompt.system()),
        CallRecord.hashOf(prompt.question()),
        prompt.messages().size());
  }

  private static String response(Prompt prompt, Answer answer, Duration latency) {
    var response = JsonNodeFactory.instance.objectNode();
    var message = response.putObject("output").putObject("message").put("role", "assistant");
    var content = message.putArray("content");
    if (!answer.text().isEmpty()) {
      content.addObject().put("text", answer.text());
    }
    response.put("stopReason", answer.stopReason());
    response
        .putObject("usage")
        .put("inputTokens", prompt.inputTokens())
        .put("outputTokens", answer.outputTokens())
        .put("totalTokens", prompt.inputTokens() + answer.outputTokens())
        .put("cacheReadInputTokens", 0)
        .put("cacheWriteInputTokens", 0);
    response.putObject("metrics").put("latencyMs", latency.toMillis());
    return response.toString();
  }
}
