package navigator.local.loopback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The server's own refusals, such as of a malformed request line, as AWS words them in JSON. */
final class MessageErrors implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var json = "{\"message\":\"" + HttpStatus.getMessage(response.getStatus()) + "\"}";
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
