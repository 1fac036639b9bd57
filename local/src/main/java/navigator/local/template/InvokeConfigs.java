package navigator.local.template;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import navigator.local.topology.AsyncInvokes;

/**
 * Reads {@code AWS::Lambda::EventInvokeConfig}. Routes, mappings, rules and schedules all point at
 * a function's one alias, so that the alias's configuration is the function's.
 */
final class InvokeConfigs {

  private InvokeConfigs() {}

  /** The configurations by function name. */
  static Map<String, AsyncInvokes> read(Stack stack) {
    var byFunction = new HashMap<String, AsyncInvokes>();
    stack.each(
        EmulatedType.INVOKE_CONFIG,
        (resource, p) -> {
          p.text("Qualifier");
          return byFunction.put(p.text("FunctionName"), config(p));
        });
    return byFunction;
  }

  private static AsyncInvokes config(Properties p) {
    var defaults = AsyncInvokes.DEFAULT;
    return new AsyncInvokes(
        p.number("MaximumRetryAttempts").orElse(defaults.maximumRetries()),
        Duration.ofSeconds(
            p.number("MaximumEventAgeInSeconds").orElse((int) defaults.maximumAge().toSeconds())),
        onFailure(p));
  }

  private static Optional<String> onFailure(Properties p) {
    return p.object("DestinationConfig").object("OnFailure").optionalText("Destination");
  }
}
