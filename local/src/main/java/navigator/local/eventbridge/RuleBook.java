package navigator.local.eventbridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.local.topology.EventRule;
import software.amazon.event.ruler.Machine;

/** The rules of all buses, matched by AWS's own event-ruler. Safe for use by many threads. */
final class RuleBook {

  private final Map<String, EventRule> rulesByArn = new HashMap<>();
  private final Map<String, Machine> machinesByBus = new HashMap<>();

  /**
   * Compiles the patterns.
   *
   * @throws IllegalArgumentException if a pattern is none
   */
  RuleBook(List<EventRule> rules) {
    rules.forEach(this::add);
  }

  private void add(EventRule rule) {
    rulesByArn.put(rule.arn(), rule);
    var machine = machinesByBus.computeIfAbsent(rule.busName(), bus -> Machine.builder().build());
    try {
      machine.addRule(rule.arn(), rule.pattern());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The rule %s has no event pattern: %s".formatted(rule.name(), rule.pattern()), e);
    }
  }

  /** A target and the rule that it belongs to. */
  record RuleTarget(EventRule rule, EventRule.Target target) {}

  /** A rule's target; empty if there is no such rule, or it has no such target. */
  Optional<RuleTarget> target(String ruleArn, String targetId) {
    return Optional.ofNullable(rulesByArn.get(ruleArn)).stream()
        .flatMap(RuleBook::targets)
        .filter(found -> found.target().id().equals(targetId))
        .findFirst();
  }

  private static Stream<RuleTarget> targets(EventRule rule) {
    return rule.targets().stream().map(target -> new RuleTarget(rule, target));
  }

  /** The targets of the rules of the event's bus that it matches. */
  List<RuleTarget> matching(Event event) {
    return Optional.ofNullable(machinesByBus.get(event.busName())).stream()
        .flatMap(machine -> arns(machine, event).stream())
        .flatMap(arn -> Optional.ofNullable(rulesByArn.get(arn)).stream())
        .flatMap(RuleBook::targets)
        .toList();
  }

  private static List<String> arns(Machine machine, Event event) {
    try {
      return machine.rulesForJSONEvent(event.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("The event cannot be matched: " + event.id(), e);
    }
  }
}
