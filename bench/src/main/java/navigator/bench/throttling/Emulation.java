package navigator.bench.throttling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.bench.load.Course;
import navigator.bench.load.Offered;
import navigator.bench.load.Pace;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.Latency;
import navigator.local.bedrock.quota.Limits;
import navigator.local.bedrock.quota.QuotaPlan;
import navigator.local.bedrock.quota.Timeline;
import navigator.local.bedrock.quota.Window;

/** What the emulator is told of a scenario: the same for each of the profiles. */
record Emulation(ScenarioPlan plan, Pace pace, long seed) {

  private static final Duration FOR_EVER = Duration.ofDays(1);

  EmulatorSettings settings(int profiles) {
    Map<String, QuotaPlan> quotas = new HashMap<>();
    for (int i = 0; i < profiles; i++) {
      quotas.put(Contender.model(i), quota());
    }
    return new EmulatorSettings(0, seed, latency(), FaultRates.NONE).with(pace.minute(), quotas);
  }

  private Latency latency() {
    Latency real = Latency.TYPICAL;
    double faster = 1e9 / pace.of(Duration.ofSeconds(1)).toNanos();
    return new Latency(
        pace.of(real.firstToken()),
        real.tokensPerSecond() * faster,
        real.spread(),
        pace.of(real.refusal()));
  }

  private QuotaPlan quota() {
    return QuotaPlan.of(Limits.ofTokens(plan.tokensPerMinute()), Window.BUCKET)
        .withBurst(plan.burst())
        .withBurndowns(Offered.BURNDOWN, 1)
        .during(timeline());
  }

  private Timeline timeline() {
    List<Timeline.Step> steps = new ArrayList<>();
    List<Timeline.Foreign> foreign = new ArrayList<>();
    List<Timeline.Pace> paces = new ArrayList<>();
    List<Course.Phase> phases = plan.course().phases();
    for (int i = 1; i < phases.size(); i++) {
      Course.Phase phase = phases.get(i);
      Duration from = pace.of(phase.from());
      Duration to = i + 1 < phases.size() ? pace.of(phases.get(i + 1).from()) : FOR_EVER;
      long tokens = Math.round(plan.tokensPerMinute() * phase.quota());
      steps.add(new Timeline.Step(from, Limits.ofTokens(tokens)));
      paces.add(new Timeline.Pace(from, phase.slowness()));
      if (phase.foreign() > 0) {
        foreign.add(new Timeline.Foreign(new Timeline.Span(from, to), phase.foreign()));
      }
    }
    return Timeline.QUIET
        .withSteps(steps.toArray(Timeline.Step[]::new))
        .withForeign(foreign.toArray(Timeline.Foreign[]::new))
        .withPaces(paces.toArray(Timeline.Pace[]::new));
  }
}
