package navigator.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The percent-encoded parts of a URL, decoded as HTTP APIs do. */
final class UrlText {
  private static final Pattern BROKEN_OCTET = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private UrlText() {}

  /** Whether every percent sign begins an octet; otherwise the other operations throw. */
  static boolean isDecodable(String rawPath, String rawQuery) {
    return !BROKEN_OCTET.matcher(rawPath + " " + rawQuery).find();
  }

  /** A path; a plus sign stays one. */
  static String path(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The parameters of a query; the values of one name are joined by commas. */
  static Map<String, String> parameters(String rawQuery) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        var equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.merge(form(name), form(value), (a, b) -> a + "," + b);
      }
    }
    return parameters;
  }

  private static String form(String raw) {
    return URLDecoder.decode(raw, StandardCharsets.UTF_8);
  }
}
