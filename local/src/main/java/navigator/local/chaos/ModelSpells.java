package navigator.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import navigator.local.bedrock.quota.Limits;
import navigator.local.bedrock.quota.QuotaPlan;
import navigator.local.bedrock.quota.Timeline;
import navigator.local.bedrock.quota.Timeline.Span;
import navigator.local.bedrock.quota.Timeline.Step;
import navigator.local.bedrock.quota.Window;

/** What the model is short of for all at once, now and then: its quota, or everything. */
final class ModelSpells {

  private static final Duration SHORTEST_PEACE = Duration.ofSeconds(20);
  private static final Duration SHORTEST = Duration.ofSeconds(3);

  /** About a call a second, in the minute of a run. */
  private static final Limits FEW = Limits.ofTokens(10_000);

  private final List<Spell> spells = new ArrayList<>();

  private record Spell(Kind kind, Span span) {}

  ModelSpells(ChaosPlan plan) {
    var random = plan.random("spells");
    // Load that was sent is answered for a while after the last of it.
    var end = plan.longest().plus(ChaosClient.LONGEST_WAIT);
    var at = after(Duration.ZERO, SHORTEST_PEACE, random);
    while (at.compareTo(end) < 0) {
      var over = after(at, SHORTEST, random);
      var kind = random.nextBoolean() ? Kind.MODEL_SHORT_OF_QUOTA : Kind.MODEL_AWAY;
      spells.add(new Spell(kind, new Span(at, over)));
      at = after(over, SHORTEST_PEACE, random);
    }
  }

  /** The quota that goes with them. */
  QuotaPlan quota() {
    var steps = new ArrayList<Step>();
    for (var span : of(Kind.MODEL_SHORT_OF_QUOTA)) {
      steps.add(new Step(span.from(), FEW));
      steps.add(new Step(span.to(), Limits.NONE));
    }
    return QuotaPlan.of(Limits.NONE, Window.BUCKET)
        .during(
            Timeline.QUIET
                .withSteps(steps.toArray(Step[]::new))
                .withOutages(of(Kind.MODEL_AWAY).toArray(Span[]::new)));
  }

  /** Counts those that have begun by then. */
  void count(Duration sinceStart, Injected injected) {
    spells.stream()
        .filter(spell -> spell.span().from().compareTo(sinceStart) < 0)
        .forEach(spell -> injected.count(spell.kind()));
  }

  private List<Span> of(Kind kind) {
    return spells.stream().filter(spell -> spell.kind() == kind).map(Spell::span).toList();
  }

  // Up to three times as long.
  private static Duration after(Duration from, Duration shortest, RandomGenerator random) {
    return from.plus(shortest).plusMillis(random.nextLong(2 * shortest.toMillis()));
  }
}
