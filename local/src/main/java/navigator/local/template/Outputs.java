package navigator.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import navigator.contracts.environment.StackOutput;

/** Reads the stack's outputs, all but the API's address: where it listens is not known yet. */
final class Outputs {

  private Outputs() {}

  static Map<String, String> read(Stack stack) {
    var outputs = new LinkedHashMap<String, String>();
    for (var output : stack.assembly().template().path("Outputs").properties()) {
      var name = output.getKey();
      if (!name.equals(StackOutput.API_URL)) {
        try {
          var value = ExpressionParser.parse(output.getValue().path("Value"));
          outputs.put(name, stack.resolver().value(value).asText());
        } catch (UnresolvedException e) {
          stack.refusals().add("the output " + name, e.reason());
        }
      }
    }
    return outputs;
  }
}
