package navigator.local.template;

import java.util.ArrayList;
import java.util.List;
import navigator.local.iam.Wildcard;
import navigator.local.topology.EventRule;
import navigator.local.topology.Topology;

/**
 * What a stack's resources allow other services: {@code AWS::Lambda::Permission} and {@code
 * AWS::SQS::QueuePolicy}. A route, rule or schedule that nobody allowed would do nothing on AWS,
 * and so it is refused here.
 */
final class Grants {

  private record Grant(String service, String resource, String sourceArn) {}

  private final Stack stack;
  private final List<Grant> grants = new ArrayList<>();

  private Grants(Stack stack) {
    this.stack = stack;
  }

  static void check(Stack stack, Topology topology) {
    var grants = new Grants(stack);
    grants.grants.addAll(stack.each(EmulatedType.PERMISSION, (resource, p) -> permission(p)));
    stack.each(
        EmulatedType.QUEUE_POLICY,
        (resource, p) -> {
          p.withoutEffect("each statement names its queue", "Queues");
          return grants.grants.addAll(QueuePolicies.read(p, Grant::new));
        });
    grants.checkRoutes(topology);
    grants.checkRules(topology);
  }

  private static Grant permission(Properties p) {
    p.only("Action", "lambda:InvokeFunction");
    return new Grant(p.text("Principal"), p.text("FunctionName"), p.text("SourceArn"));
  }

  private void checkRoutes(Topology topology) {
    var api =
        "arn:aws:execute-api:%s:%s:%s/$default/"
            .formatted(topology.region(), topology.account(), topology.api().id());
    topology
        .api()
        .routes()
        .forEach(
            route ->
                require(
                    "apigateway.amazonaws.com",
                    route.functionArn(),
                    api + route.method() + route.path(),
                    "invoke"));
  }

  private void checkRules(Topology topology) {
    topology
        .schedules()
        .forEach(s -> require("events.amazonaws.com", s.functionArn(), s.arn(), "invoke"));
    for (var rule : topology.rules()) {
      rule.targets().forEach(target -> checkTarget(rule, target));
    }
  }

  private void checkTarget(EventRule rule, EventRule.Target target) {
    require("events.amazonaws.com", target.functionArn(), rule.arn(), "invoke");
    target
        .deadLetterQueueArn()
        .ifPresent(queue -> require("events.amazonaws.com", queue, rule.arn(), "send to"));
  }

  private void require(String service, String resource, String source, String verb) {
    var granted =
        grants.stream()
            .anyMatch(
                grant ->
                    grant.service().equals(service)
                        && grant.resource().equals(resource)
                        && Wildcard.matches(grant.sourceArn(), source));
    if (!granted) {
      stack.refusals().add(source, "nothing allows it to %s %s".formatted(verb, resource));
    }
  }
}
