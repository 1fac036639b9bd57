package navigator.local.bedrock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import navigator.local.bedrock.quota.Demand;
import navigator.local.bedrock.quota.Reservation;
import navigator.local.bedrock.quota.Usage;

/**
 * The making of one answer: what it demands of the quotas, how long it takes, what it costs. It
 * goes on to its end when the client hangs up, and what was made is paid when the service stops.
 */
final class Generation {
  private final ModelCall call;
  private final Answer answer;
  private final Duration toFirstToken;
  private final Duration latency;
  private final Usage usage;

  Generation(ModelCall call, Answer answer, Duration toFirstToken, Duration latency, Instant now) {
    this.call = call;
    this.answer = answer;
    this.toFirstToken = toFirstToken;
    this.latency = latency;
    var cached = call.profile().cache().find(call.terms().prefixes(), now);
    var input = call.prompt().inputTokens() - cached.read() - cached.written();
    this.usage = new Usage(input, cached.read(), cached.written(), answer.outputTokens());
  }

  Answer answer() {
    return answer;
  }

  Usage usage() {
    return usage;
  }

  Duration latency() {
    return latency;
  }

  Demand demand() {
    var plan = call.profile().plan();
    return new Demand(
        plan.need(usage, call.reservedOutput()),
        plan.cost(usage),
        Math.min(toFirstToken.toMillis(), latency.toMillis()),
        latency.toMillis());
  }

  /** Takes the time, and settles. */
  void run(Reservation reservation, InstantSource clock) throws InterruptedException {
    var started = clock.instant();
    try {
      Thread.sleep(latency);
    } catch (InterruptedException stopping) {
      var made = made(Duration.between(started, clock.instant()));
      settle(reservation, usage.withOutput(made), "stopped");
      throw stopping;
    }
    call.profile().cache().keep(call.terms().prefixes(), clock.instant());
    settle(reservation, usage, answer.stopReason());
  }

  private void settle(Reservation reservation, Usage used, String outcome) {
    var profile = call.profile();
    profile.settle(call.caller(), reservation, profile.plan().cost(used), outcome);
  }

  private int made(Duration elapsed) {
    var generating = (double) latency.minus(toFirstToken).toMillis();
    var part = elapsed.minus(toFirstToken).toMillis() / generating;
    return (int) (usage.output() * Math.clamp(part, 0, 1));
  }
}
