package navigator.local.loopback;

import java.io.IOException;
import java.nio.ByteBuffer;
import navigator.local.loopback.LoopbackServer.Limits;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads a request to its end, has it answered, and writes the answer. */
final class ExchangeHandler extends Handler.Abstract {
  private final Exchange exchange;
  private final Limits limits;

  ExchangeHandler(Exchange exchange, Limits limits) {
    this.exchange = exchange;
    this.limits = limits;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var body = Content.Source.asInputStream(request).readNBytes(limits.bodyBytes() + 1);
    var reply =
        body.length > limits.bodyBytes() ? limits.tooLarge() : answer(call(request, Body.of(body)));
    if (reply.equals(Reply.DROPPED)) {
      drop(request, callback);
    } else {
      write(reply, response, callback);
    }
    return true;
  }

  /** The answer; a server that stops meanwhile hangs up, and does not blame the exchange. */
  private Reply answer(Call call) {
    try {
      return exchange.answer(call);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Reply.DROPPED;
    }
  }

  private static void drop(Request request, Callback callback) {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new EofException("The connection was dropped on purpose"));
  }

  private static Call call(Request request, Body body) {
    var uri = request.getHttpURI();
    var path = uri.getPath();
    var query = uri.getQuery();
    return new Call(
        request.getMethod(),
        path == null || path.isEmpty() ? "/" : path,
        query == null ? "" : query,
        request.getHeaders(),
        body,
        request.getConnectionMetaData().getHttpVersion().asString(),
        Request.getRemoteAddr(request));
  }

  private static void write(Reply reply, Response response, Callback callback) throws IOException {
    response.setStatus(reply.status());
    response.getHeaders().add(reply.headers());
    response.write(true, ByteBuffer.wrap(reply.body().bytes()), callback);
  }
}
