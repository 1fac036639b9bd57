package navigator.local.bedrock;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import navigator.local.bedrock.quota.Admission;
import navigator.local.loopback.Reply;

/**
 * The Converse operation: read, strike with a fault or let the author write, ask the quotas, take
 * the time, log.
 */
final class Converse {
  private static final String BLOCKED_TEXT = "Sorry, the model cannot answer this question.";

  private final EmulatorSettings settings;
  private final InstantSource clock;
  private final CallLog log = new CallLog();
  private final Chance chance;
  private final Profiles profiles;
  private volatile FaultScript script = FaultScript.none();

  Converse(EmulatorSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.chance = new Chance(settings.seed());
    this.profiles = new Profiles(settings, clock);
  }

  CallLog log() {
    return log;
  }

  QuotaLog quotaLog() {
    return profiles.log();
  }

  void play(FaultScript newScript) {
    script = newScript;
  }

  Reply answer(String callId, String modelId, String body) throws InterruptedException {
    var receivedAt = clock.instant();
    return switch (PromptReader.read(modelId, body)) {
      case Reading.Invalid(var refusal) ->
          refuse(
              refusal,
              new CallRecord(receivedAt, modelId, refusal.error().type(), 0, 0, "", "", 0));
      case Reading.Valid(var prompt, var terms) ->
          answer(new ModelCall(callId, receivedAt, prompt, terms, profiles.of(modelId)));
    };
  }

  private Reply answer(ModelCall call) throws InterruptedException {
    var random = chance.of(call.prompt());
    var fault = fault(call, random);
    var good = EmulatedAuthor.write(call.prompt(), random);
    return switch (fault.orElse(null)) {
      case null -> generate(call, good, random, Duration.ZERO);
      case Fault.Refused refused -> fail(call, refused);
      case Fault.Late(var by) -> generate(call, good, random, by);
      case Fault.Spoilt spoilt -> generate(call, spoil(spoilt, good), random, Duration.ZERO);
    };
  }

  private Optional<Fault> fault(ModelCall call, RandomGenerator random) {
    return call.profile().isDown()
        ? Optional.of(new Fault.Refused(BedrockError.SERVICE_UNAVAILABLE))
        : script.faultOf(call.prompt().question()).or(() -> settings.faults().draw(random));
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

  private Reply generate(ModelCall call, Answer answer, RandomGenerator random, Duration late)
      throws InterruptedException {
    var slowness = call.profile().slowness();
    var latency = times(settings.latency().of(answer.outputTokens(), random), slowness).plus(late);
    var toFirstToken = times(settings.latency().firstToken(), slowness);
    var generation = new Generation(call, answer, toFirstToken, latency, clock.instant());
    return switch (call.profile().admit(call.caller(), generation.demand())) {
      case Admission.Rejected(var shortage) -> {
        var refusal = new Fault.Refused(BedrockError.THROTTLING, shortage.message());
        yield refuse(refusal, call.refused(refusal.error().type()));
      }
      case Admission.Admitted(var reservation) -> {
        generation.run(reservation, clock);
        log.add(call.answered(answer));
        yield ConverseReply.of(generation);
      }
    };
  }

  private static Duration times(Duration latency, double factor) {
    return Duration.ofMillis(Math.round(latency.toMillis() * factor));
  }

  private Reply fail(ModelCall call, Fault.Refused refusal) throws InterruptedException {
    call.profile().fail(call.caller(), refusal.error().type());
    return refuse(refusal, call.refused(refusal.error().type()));
  }

  private Reply refuse(Fault.Refused refusal, CallRecord call) throws InterruptedException {
    Thread.sleep(settings.latency().refusal());
    log.add(call);
    return ErrorReply.of(refusal);
  }
}
