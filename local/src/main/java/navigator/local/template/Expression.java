package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A value in a template, before its intrinsic functions are resolved.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     function reference</a>
 */
sealed interface Expression {

  /** A text, a number or a truth value. */
  record Constant(JsonNode value) implements Expression {}

  record Items(List<Expression> items) implements Expression {}

  record Fields(Map<String, Expression> fields) implements Expression {}

  /** Of a resource or a pseudo parameter. */
  record Ref(String target) implements Expression {}

  record GetAtt(String resource, String attribute) implements Expression {}

  record Join(String separator, Expression items) implements Expression {}

  /** A text with <code>${…}</code> in it. */
  record Sub(String text, Map<String, Expression> variables) implements Expression {}

  record Select(Expression index, Expression items) implements Expression {}

  record Split(String separator, Expression text) implements Expression {}
}
