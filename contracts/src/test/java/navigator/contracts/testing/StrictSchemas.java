package navigator.contracts.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas as this build must write by them: readers accept unknown fields, so the published
 * schemas are open, but what is written here may have no field that they do not name.
 */
final class StrictSchemas {

  private static final String META = "https://json-schema.org/draft/2020-12/schema";
  private static final String BASE = "https://spec.invalid/";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          registry ->
              registry
                  .schemas(StrictSchemas::schema)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private StrictSchemas() {}

  /**
   * What is wrong with {@code json}; empty if nothing.
   *
   * @param schema a schema whose references are relative to {@code contracts/spec}
   */
  static List<String> faults(JsonNode schema, String json) {
    try {
      return REGISTRY
          .getSchema(SchemaLocation.of(BASE), closed(schema))
          .validate(json, InputFormat.JSON)
          .stream()
          .map(StrictSchemas::sentence)
          .toList();
    } catch (JacksonException _) {
      return List.of("is not JSON");
    }
  }

  /** What is wrong with a schema as such; empty if nothing. */
  static List<String> faultsOfSchema(JsonNode schema) {
    return REGISTRY.getSchema(SchemaLocation.of(META)).validate(schema).stream()
        .map(StrictSchemas::sentence)
        .toList();
  }

  private static String sentence(Error error) {
    return error.getInstanceLocation() + ": " + error.getMessage();
  }

  private static @Nullable String schema(String location) {
    return location.startsWith(BASE)
        ? closed(Spec.document(location.substring(BASE.length()))).toString()
        : null;
  }

  private static JsonNode closed(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    close(copy);
    return copy;
  }

  // Not below if, then, else and allOf: what stands there sees only a part of the object.
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      if (object.has("properties") && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
      object.path("properties").forEach(StrictSchemas::close);
      object.path("$defs").forEach(StrictSchemas::close);
      close(object.path("items"));
    }
  }
}
