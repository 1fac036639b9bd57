package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells intrinsic functions from plain values. */
final class ExpressionParser {

  private ExpressionParser() {}

  /**
   * The expression that a JSON value stands for.
   *
   * @throws UnresolvedException if it uses a function that is not emulated
   */
  static Expression parse(JsonNode json) {
    if (json.isArray()) {
      return new Expression.Items(items(json));
    }
    if (!json.isObject()) {
      return new Expression.Constant(json);
    }
    var first = json.fieldNames().hasNext() ? json.fieldNames().next() : "";
    return json.size() == 1 && (first.equals("Ref") || first.startsWith("Fn::"))
        ? function(first, json.path(first))
        : new Expression.Fields(fields(json));
  }

  static Map<String, Expression> fields(JsonNode json) {
    var fields = new LinkedHashMap<String, Expression>();
    json.properties().forEach(field -> fields.put(field.getKey(), parse(field.getValue())));
    return fields;
  }

  private static Expression function(String name, JsonNode argument) {
    return switch (name) {
      case "Ref" -> new Expression.Ref(argument.asText());
      case "Fn::GetAtt" -> getAtt(argument);
      case "Fn::Join" -> new Expression.Join(argument.path(0).asText(), parse(argument.path(1)));
      case "Fn::Sub" -> sub(argument);
      case "Fn::Select" -> new Expression.Select(parse(argument.path(0)), parse(argument.path(1)));
      case "Fn::Split" -> new Expression.Split(argument.path(0).asText(), parse(argument.path(1)));
      default -> throw new UnresolvedException("the function " + name + " is not resolved here");
    };
  }

  /** A list of two, or a text with a dot. */
  private static Expression getAtt(JsonNode argument) {
    if (argument.isArray()) {
      return new Expression.GetAtt(argument.path(0).asText(), argument.path(1).asText());
    }
    var text = argument.asText();
    var dot = text.indexOf('.');
    if (dot < 0) {
      throw new UnresolvedException("Fn::GetAtt wants a resource and an attribute");
    }
    return new Expression.GetAtt(text.substring(0, dot), text.substring(dot + 1));
  }

  private static Expression sub(JsonNode argument) {
    return argument.isArray()
        ? new Expression.Sub(argument.path(0).asText(), fields(argument.path(1)))
        : new Expression.Sub(argument.asText(), Map.of());
  }

  private static List<Expression> items(JsonNode json) {
    return json.valueStream().map(ExpressionParser::parse).toList();
  }
}
