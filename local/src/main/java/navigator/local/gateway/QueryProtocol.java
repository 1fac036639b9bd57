package navigator.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import navigator.local.loopback.Body;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The AWS query protocol: the operation and its input are fields of a form, the output is XML.
 *
 * @param namespace of the output
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS query</a>
 */
public record QueryProtocol(String namespace) {

  /** The fields of the request's form, decoded. */
  public static Map<String, String> fields(Call call) {
    var fields = new HashMap<String, String>();
    for (var pair : call.body().text().split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /** The operation; empty if the request names none. */
  static String operation(Call call) {
    return fields(call).getOrDefault("Action", "");
  }

  /**
   * An answer in this protocol.
   *
   * @param result the XML inside the result's element
   */
  public Reply reply(String operation, String result) {
    return xml(
        200,
        """
        <%1$sResponse xmlns="%2$s"><%1$sResult>%3$s</%1$sResult>\
        <ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata></%1$sResponse>\
        """
            .formatted(operation, namespace, result, UUID.randomUUID()));
  }

  /** An error in this protocol. */
  public Reply error(int status, String code, String message) {
    return xml(
        status,
        """
        <ErrorResponse xmlns="%s"><Error><Type>%s</Type>%s%s</Error>\
        <RequestId>%s</RequestId></ErrorResponse>\
        """
            .formatted(
                namespace,
                status < 500 ? "Sender" : "Receiver",
                element("Code", code),
                element("Message", message),
                UUID.randomUUID()));
  }

  /** An element that holds a text. */
  public static String element(String name, String text) {
    var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<" + name + ">" + escaped + "</" + name + ">";
  }

  private static Reply xml(int status, String xml) {
    return new Reply(
        status, HttpFields.build().add(HttpHeader.CONTENT_TYPE, "text/xml"), Body.of(xml));
  }
}
