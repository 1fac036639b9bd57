package navigator.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to, from the client's header to the last log line.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
public record Traceparent(@JsonValue String value) {

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * A trace from its header form.
   *
   * @throws IllegalArgumentException if {@code value} is not a version 00 traceparent
   */
  @JsonCreator
  public Traceparent {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "traceparent is not of the form 00-<trace>-<span>-<flags>");
    }
  }

  /** The trace that the client's header names, or a new one if it names none that is valid. */
  public static Traceparent ofHeader(@Nullable String header) {
    return header != null && FORM.matcher(header).matches() ? new Traceparent(header) : random();
  }

  private static Traceparent random() {
    String trace = hex();
    String span = hex().substring(0, 16);
    return new Traceparent("00-" + trace + "-" + span + "-01");
  }

  private static String hex() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  @Override
  public String toString() {
    return value;
  }
}
