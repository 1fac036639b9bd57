package navigator.contracts.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import navigator.contracts.wire.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers of the HTTP API against {@code openapi.yaml}. */
final class HttpContract {

  private static final JsonNode OPENAPI = Spec.document("openapi.yaml");
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

  private HttpContract() {}

  static List<String> faults(
      String method, String path, int status, Map<String, String> headers, String body) {
    Optional<String> template = template(method, path);
    if (template.isEmpty()) {
      return List.of(method + " " + path + " is not described");
    }
    JsonNode operation = operation(method, template.get());
    JsonNode response = operation.path("responses").path(Integer.toString(status));
    return response.isMissingNode()
        ? List.of(method + " " + template.get() + " is not described with status " + status)
        : faults(Spec.resolve(OPENAPI, response), headers, body);
  }

  static Set<String> routes() {
    return OPENAPI.path("paths").properties().stream()
        .flatMap(path -> path.getValue().propertyNames().stream().map(m -> key(m, path.getKey())))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String key(String method, String template) {
    return method.toUpperCase(Locale.ROOT) + " " + template;
  }

  private static List<String> faults(JsonNode response, Map<String, String> headers, String body) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    List<String> faults = new ArrayList<>(contentFaults(response, anyCase, body));
    response
        .path("headers")
        .properties()
        .forEach(header -> faults.addAll(headerFaults(header, anyCase.get(header.getKey()))));
    return faults;
  }

  private static List<String> headerFaults(
      Map.Entry<String, JsonNode> header, @Nullable String value) {
    JsonNode described = Spec.resolve(OPENAPI, header.getValue());
    String name = "header " + header.getKey();
    if (value == null) {
      return described.path("required").asBoolean(false)
          ? List.of(name + " is missing")
          : List.of();
    }
    return StrictSchemas.faults(described.path("schema"), Wire.write(value)).stream()
        .map(fault -> name + fault)
        .toList();
  }

  private static List<String> contentFaults(
      JsonNode response, Map<String, String> headers, String body) {
    if (response.path("content").isMissingNode()) {
      return body.isEmpty() ? List.of() : List.of("a body is not described");
    }
    String type = headers.getOrDefault("Content-Type", "").replaceFirst("\\s*;.*", "");
    JsonNode content = response.path("content").path(type);
    return content.isMissingNode()
        ? List.of("content type '" + type + "' is not described")
        : StrictSchemas.faults(content.path("schema"), body);
  }

  private static JsonNode operation(String method, String template) {
    return OPENAPI.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
  }

  // As the gateway picks a route: among those of the method, the one with the fewest variables.
  private static Optional<String> template(String method, String path) {
    return OPENAPI.path("paths").propertyNames().stream()
        .filter(template -> Pattern.matches(VARIABLE.matcher(template).replaceAll("[^/]+"), path))
        .filter(template -> operation(method, template).isObject())
        .min(Comparator.comparingLong(template -> VARIABLE.matcher(template).results().count()));
  }
}
