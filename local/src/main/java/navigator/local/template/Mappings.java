package navigator.local.template;

import java.time.Duration;
import java.util.List;
import navigator.local.topology.QueueMapping;

/** Reads {@code AWS::Lambda::EventSourceMapping} of queues. */
final class Mappings {

  private static final int DEFAULT_BATCH_SIZE = 10;

  private Mappings() {}

  static List<QueueMapping> read(Stack stack, Placement placement) {
    return stack.each(EmulatedType.MAPPING, (resource, p) -> mapping(p, placement));
  }

  private static QueueMapping mapping(Properties p, Placement placement) {
    p.only("Enabled", "true");
    var responseTypes = p.texts("FunctionResponseTypes");
    return new QueueMapping(
        functionArn(p.text("FunctionName"), placement),
        p.text("EventSourceArn"),
        p.number("BatchSize").orElse(DEFAULT_BATCH_SIZE),
        Duration.ofSeconds(p.number("MaximumBatchingWindowInSeconds").orElse(0)),
        p.object("ScalingConfig").number("MaximumConcurrency"),
        responseTypes.contains("ReportBatchItemFailures"));
  }

  /** A name with or without an alias may stand for the ARN. */
  private static String functionArn(String nameOrArn, Placement placement) {
    return nameOrArn.startsWith("arn:")
        ? nameOrArn
        : placement.arn("lambda", "function:" + nameOrArn);
  }
}
