package navigator.local.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of CloudWatch's metric math that the alarms use: numbers, metrics by their ids, {@code +
 * - * /}, comparisons, {@code IF} and {@code FILL}. What is computed from a missing value is
 * missing. For one use.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Using
 *     math expressions</a>
 */
final class Formula {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[A-Za-z][A-Za-z0-9_]*|[<>=!]=|[-+*/(),<>])");
  private static final Map<String, DoubleBinaryOperator> COMPARISONS =
      Map.of(
          ">=", (a, b) -> a >= b ? 1 : 0,
          ">", (a, b) -> a > b ? 1 : 0,
          "<=", (a, b) -> a <= b ? 1 : 0,
          "<", (a, b) -> a < b ? 1 : 0,
          "==", (a, b) -> a == b ? 1 : 0);
  private static final Map<String, DoubleBinaryOperator> SUMS =
      Map.of("+", Double::sum, "-", (a, b) -> a - b);
  private static final Map<String, DoubleBinaryOperator> PRODUCTS =
      Map.of("*", (a, b) -> a * b, "/", (a, b) -> a / b);

  private final String text;
  private final List<String> tokens;
  private final Map<String, OptionalDouble> values;
  private int next;

  private Formula(String text, Map<String, OptionalDouble> values) {
    this.text = text;
    this.tokens = tokens(text);
    this.values = values;
  }

  /**
   * What it comes to.
   *
   * @param values of the metrics, by their ids
   * @return empty if a value is missing that counts
   * @throws IllegalArgumentException if it cannot be computed here, with the formula
   */
  static OptionalDouble value(String text, Map<String, OptionalDouble> values) {
    Formula formula = new Formula(text, values);
    OptionalDouble value = formula.comparison();
    if (!formula.peek().isEmpty()) {
      throw formula.refused(formula.peek());
    }
    return value;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    var matcher = TOKEN.matcher(text.strip());
    while (matcher.regionStart() < matcher.regionEnd()) {
      if (!matcher.lookingAt()) {
        throw new IllegalArgumentException("The formula cannot be read: " + text);
      }
      tokens.add(matcher.group(1));
      matcher.region(matcher.end(), matcher.regionEnd());
    }
    return tokens;
  }

  private OptionalDouble comparison() {
    OptionalDouble left = sum();
    DoubleBinaryOperator operator = COMPARISONS.get(peek());
    if (operator == null) {
      return left;
    }
    next++;
    return apply(operator, left, sum());
  }

  private OptionalDouble sum() {
    OptionalDouble value = product();
    for (var operator = SUMS.get(peek()); operator != null; operator = SUMS.get(peek())) {
      next++;
      value = apply(operator, value, product());
    }
    return value;
  }

  private OptionalDouble product() {
    OptionalDouble value = factor();
    for (var operator = PRODUCTS.get(peek()); operator != null; operator = PRODUCTS.get(peek())) {
      next++;
      value = apply(operator, value, factor());
    }
    return value;
  }

  private OptionalDouble factor() {
    String token = peek();
    next++;
    if (token.equals("(")) {
      OptionalDouble value = comparison();
      expect(")");
      return value;
    }
    if (peek().equals("(")) {
      return function(token);
    }
    if (values.containsKey(token)) {
      return values.getOrDefault(token, OptionalDouble.empty());
    }
    if (token.matches("\\d.*")) {
      return OptionalDouble.of(Double.parseDouble(token));
    }
    throw refused(token);
  }

  private OptionalDouble function(String name) {
    List<OptionalDouble> of = arguments();
    if (name.equals("IF") && of.size() == 3) {
      return of.getFirst().isEmpty()
          ? OptionalDouble.empty()
          : of.get(of.getFirst().getAsDouble() != 0 ? 1 : 2);
    }
    if (name.equals("FILL") && of.size() == 2) {
      return of.getFirst().isPresent() ? of.getFirst() : of.getLast();
    }
    throw refused(name + " of " + of.size());
  }

  private List<OptionalDouble> arguments() {
    List<OptionalDouble> arguments = new ArrayList<>();
    do {
      // The parenthesis, or the comma.
      next++;
      arguments.add(comparison());
    } while (peek().equals(","));
    expect(")");
    return arguments;
  }

  private static OptionalDouble apply(
      DoubleBinaryOperator operator, OptionalDouble left, OptionalDouble right) {
    return left.isEmpty() || right.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(operator.applyAsDouble(left.getAsDouble(), right.getAsDouble()));
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private void expect(String token) {
    if (!peek().equals(token)) {
      throw refused(peek());
    }
    next++;
  }

  private IllegalArgumentException refused(String token) {
    String known = values.keySet().stream().sorted().collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "'%s' is not known in the formula %s of %s".formatted(token, text, known));
  }
}
