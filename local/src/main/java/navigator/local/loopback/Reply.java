package navigator.local.loopback;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** The whole answer to one request. */
public record Reply(int status, HttpFields headers, Body body) {

  /** No answer at all: the connection is closed instead. */
  public static final Reply DROPPED = new Reply(0, HttpFields.EMPTY, Body.EMPTY);

  /** An answer of content type {@code application/json}. */
  public static Reply json(int status, String json) {
    return new Reply(
        status, HttpFields.build().add(HttpHeader.CONTENT_TYPE, "application/json"), Body.of(json));
  }

  /** The same answer with one more header; values under the same name are kept. */
  public Reply with(String name, String value) {
    return new Reply(status, HttpFields.build(headers).add(name, value), body);
  }
}
