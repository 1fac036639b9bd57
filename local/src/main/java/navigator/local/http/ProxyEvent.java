package navigator.local.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import navigator.local.loopback.Call;
import org.eclipse.jetty.http.HttpField;

/**
 * The event of one request, in payload format 2.0.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Payload
 *     format</a>
 */
record ProxyEvent(
    Call call,
    RouteTable.Match match,
    Optional<Map<String, Object>> claims,
    ApiIdentity api,
    String requestId,
    String traceId,
    Instant receivedAt) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter CLF =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** How events name the API. */
  record ApiIdentity(String account, String apiId) {}

  String json() {
    return event().toString();
  }

  private ObjectNode event() {
    var event = JsonNodeFactory.instance.objectNode();
    var cookies = cookies();
    var query = UrlText.parameters(call.rawQuery());
    event.put("version", "2.0");
    event.put("routeKey", match.key());
    event.put("rawPath", path());
    event.put("rawQueryString", call.rawQuery());
    if (!cookies.isEmpty()) {
      event.set("cookies", JSON.valueToTree(cookies));
    }
    event.set("headers", JSON.valueToTree(headers()));
    if (!query.isEmpty()) {
      event.set("queryStringParameters", JSON.valueToTree(query));
    }
    event.set("requestContext", context());
    if (!match.pathParameters().isEmpty()) {
      event.set("pathParameters", JSON.valueToTree(match.pathParameters()));
    }
    addBody(event);
    return event;
  }

  private ObjectNode context() {
    var context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", api.account());
    context.put("apiId", api.apiId());
    claims.ifPresent(c -> context.set("authorizer", authorizer(c)));
    context.put("domainName", host());
    context.put("domainPrefix", api.apiId());
    context.set("http", http());
    context.put("requestId", requestId);
    context.put("routeKey", match.key());
    context.put("stage", "$default");
    context.put("time", CLF.format(receivedAt));
    context.put("timeEpoch", receivedAt.toEpochMilli());
    return context;
  }

  private static ObjectNode authorizer(Map<String, Object> claims) {
    var texts = new TreeMap<String, String>();
    claims.forEach((name, value) -> texts.put(name, ClaimText.of(value)));
    var authorizer = JsonNodeFactory.instance.objectNode();
    var jwt = authorizer.putObject("jwt");
    jwt.set("claims", JSON.valueToTree(texts));
    jwt.putNull("scopes");
    return authorizer;
  }

  private ObjectNode http() {
    var http = JsonNodeFactory.instance.objectNode();
    var userAgent = call.headers().get("user-agent");
    http.put("method", call.method());
    http.put("path", path());
    http.put("protocol", call.protocol());
    http.put("sourceIp", call.sourceIp());
    http.put("userAgent", userAgent == null ? "" : userAgent);
    return http;
  }

  /** The decoded path: an HTTP API's {@code rawPath} is not raw. */
  private String path() {
    return UrlText.path(call.rawPath());
  }

  private Map<String, String> headers() {
    var headers = new TreeMap<String, String>();
    for (var field : call.headers()) {
      if (!field.getLowerCaseName().equals("cookie")) {
        headers.merge(field.getLowerCaseName(), value(field), (a, b) -> a + "," + b);
      }
    }
    headers.merge("x-forwarded-for", call.sourceIp(), (a, b) -> a + ", " + b);
    headers.put("x-forwarded-proto", "http");
    headers.put("x-forwarded-port", host().replaceFirst("^.*:", ""));
    headers.putIfAbsent("x-amzn-trace-id", traceId);
    headers.putIfAbsent("content-length", Integer.toString(call.body().size()));
    return headers;
  }

  private String host() {
    var host = call.headers().get("host");
    return host == null ? "127.0.0.1" : host;
  }

  private List<String> cookies() {
    return call.headers().getFields("cookie").stream()
        .flatMap(field -> Arrays.stream(value(field).split("; *", -1)))
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  private static String value(HttpField field) {
    var value = field.getValue();
    return value == null ? "" : value;
  }

  private void addBody(ObjectNode event) {
    var text = isText();
    if (call.body().size() > 0) {
      event.put(
          "body",
          text ? call.body().text() : Base64.getEncoder().encodeToString(call.body().bytes()));
    }
    event.put("isBase64Encoded", call.body().size() > 0 && !text);
  }

  private boolean isText() {
    var contentType = call.headers().get("content-type");
    if (contentType == null) {
      return true;
    }
    var type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.matches("application/(json|xml|javascript|[^/]+\\+json|[^/]+\\+xml)");
  }
}
