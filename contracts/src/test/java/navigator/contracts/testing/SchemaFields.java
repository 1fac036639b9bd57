package navigator.contracts.testing;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a record and a schema of {@code contracts/spec/schemas} each name, to be held against each
 * other.
 *
 * @param all the names of the fields, in their order
 * @param required those of them that are always there
 */
public record SchemaFields(List<String> all, List<String> required) {

  public SchemaFields {
    all = List.copyOf(all);
    required = List.copyOf(required);
  }

  /**
   * What a schema names.
   *
   * @param pointer to it in the file; empty: the whole file
   */
  public static SchemaFields ofSchema(String file, String pointer) {
    JsonNode schema = Spec.document("schemas/" + file).at(pointer);
    return new SchemaFields(
        List.copyOf(schema.path("properties").propertyNames()),
        schema.path("required").valueStream().map(JsonNode::asString).toList());
  }

  /** What a record names, as it is written. */
  public static SchemaFields ofRecord(Class<?> type) {
    return new SchemaFields(
        names(Arrays.stream(type.getRecordComponents())),
        names(Arrays.stream(type.getRecordComponents()).filter(part -> !isOptional(part))));
  }

  /** The words that a schema lets through. */
  public static List<String> words(String file, String pointer) {
    return Spec.document("schemas/" + file)
        .at(pointer)
        .path("enum")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private static List<String> names(Stream<RecordComponent> components) {
    return components
        .map(component -> SnakeCaseStrategy.INSTANCE.translate(component.getName()))
        .toList();
  }

  private static boolean isOptional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
