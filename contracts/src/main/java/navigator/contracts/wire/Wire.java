package navigator.contracts.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON mapping: snake_case names, absent instead of null, times with six fraction digits,
 * unknown fields accepted. Safe for use by many threads.
 */
public final class Wire {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .withCoercionConfig(LogicalType.Textual, Wire::refuseNumbersAsTexts)
          .addModule(new TimesModule())
          .build();

  private Wire() {}

  /** The JSON text of {@code value}. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot write a " + value.getClass().getSimpleName(), e);
    }
  }

  /** The value that {@code json} holds, or what is wrong with it; never the text itself. */
  public static <T> Read<T> read(String json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      return value == null ? new Read.Invalid<>("the text is null") : new Read.Valid<>(value);
    } catch (JsonProcessingException e) {
      return new Read.Invalid<>(reason(e));
    } catch (NumberFormatException _) {
      return new Read.Invalid<>("a number's exponent is too large");
    }
  }

  /** The tree that {@code json} holds, or what is wrong with it. */
  public static Read<JsonNode> readTree(String json) {
    return read(json, JsonNode.class);
  }

  private static void refuseNumbersAsTexts(MutableCoercionConfig texts) {
    texts
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return path(mapping) + " is missing or not valid";
    }
    String refusal = refusal(e.getCause());
    if (refusal != null) {
      return refusal;
    }
    if (e instanceof JsonMappingException) {
      return "the JSON is of another shape";
    }
    return e.getOriginalMessage().startsWith("Duplicate")
        ? "a name stands twice in one object"
        : "the text is not JSON";
  }

  // What a type says of its parts; a null in a map is refused without a word.
  private static @Nullable String refusal(@Nullable Throwable cause) {
    return cause instanceof IllegalArgumentException || cause instanceof NullPointerException
        ? cause.getMessage()
        : null;
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream().map(Wire::step).collect(Collectors.joining("/"));
  }

  // The keys of a map are the writer's own words.
  private static String step(JsonMappingException.Reference step) {
    if (step.getFrom() instanceof Map) {
      return "*";
    }
    return step.getFieldName() != null ? step.getFieldName() : "" + step.getIndex();
  }
}
