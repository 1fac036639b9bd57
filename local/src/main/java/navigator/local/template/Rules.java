package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import navigator.local.topology.EventBus;
import navigator.local.topology.EventRule;
import navigator.local.topology.Schedule;

/**
 * Reads {@code AWS::Events::EventBus} and {@code AWS::Events::Rule}: those that match events and
 * those that fire at a fixed rate, with functions as their targets.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html">The
 *     type's reference</a>
 */
final class Rules {

  private static final int DEFAULT_RETRIES = 185;
  private static final int DEFAULT_AGE_SECONDS = 86_400;

  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9]\\d{0,8}) (minute|hour|day)s?\\)");

  private final Stack stack;
  private final List<EventRule> rules = new ArrayList<>();
  private final List<Schedule> schedules = new ArrayList<>();

  private Rules(Stack stack) {
    this.stack = stack;
  }

  static List<EventBus> buses(Stack stack) {
    return stack.each(
        EmulatedType.EVENT_BUS,
        (resource, p) -> {
          p.withoutEffect("it is a comment", "Description")
              .withoutEffect("nobody is billed", "Tags");
          return new EventBus(p.text("Name"), stack.arn(resource));
        });
  }

  static Rules read(Stack stack) {
    var rules = new Rules(stack);
    stack.each(
        EmulatedType.RULE,
        (resource, p) -> {
          rules.read(resource, p);
          return resource;
        });
    return rules;
  }

  List<EventRule> rules() {
    return rules;
  }

  List<Schedule> schedules() {
    return schedules;
  }

  private void read(Resource resource, Properties p) {
    p.only("State", "ENABLED").withoutEffect("it is a comment", "Description");
    var arn = stack.arn(resource);
    var name = p.optionalText("Name").orElse(resource.logicalId());
    var targets = p.objects("Targets").stream().map(Rules::target).toList();
    var rate = p.optionalText("ScheduleExpression");
    var pattern = p.json("EventPattern").map(JsonNode::toString);
    pattern.ifPresent(
        json ->
            rules.add(
                new EventRule(
                    name, arn, p.optionalText("EventBusName").orElse("default"), json, targets)));
    rate.ifPresent(expression -> schedule(name, arn, expression, targets, p));
  }

  private static EventRule.Target target(Properties p) {
    var retry = p.object("RetryPolicy");
    return new EventRule.Target(
        p.text("Id"),
        p.text("Arn"),
        retry.number("MaximumRetryAttempts").orElse(DEFAULT_RETRIES),
        Duration.ofSeconds(retry.number("MaximumEventAgeInSeconds").orElse(DEFAULT_AGE_SECONDS)),
        p.object("DeadLetterConfig").optionalText("Arn"));
  }

  /** A schedule's hand-over to the function's queue does not fail here, so it is not retried. */
  private void schedule(
      String name, String arn, String expression, List<EventRule.Target> targets, Properties p) {
    var rate = rate(expression);
    if (rate.isEmpty()) {
      p.refuse("the schedule " + expression + " is no rate of minutes, hours or days");
    }
    rate.ifPresent(
        every ->
            targets.forEach(
                target -> schedules.add(new Schedule(name, arn, every, target.functionArn()))));
  }

  private static Optional<Duration> rate(String expression) {
    var matcher = RATE.matcher(expression);
    return matcher.matches()
        ? Optional.of(unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "minute" -> Duration.ofMinutes(1);
      case "hour" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }
}
