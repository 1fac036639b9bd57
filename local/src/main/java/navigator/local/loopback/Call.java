package navigator.local.loopback;

import org.eclipse.jetty.http.HttpFields;

/**
 * One request, read to its end.
 *
 * @param rawPath as it came, percent-encoded
 * @param rawQuery as it came, without the question mark; empty if there is none
 * @param protocol such as {@code HTTP/1.1}
 * @param sourceIp the client's address
 */
public record Call(
    String method,
    String rawPath,
    String rawQuery,
    HttpFields headers,
    Body body,
    String protocol,
    String sourceIp) {}
