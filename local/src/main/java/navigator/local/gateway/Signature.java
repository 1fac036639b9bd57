package navigator.local.gateway;

import java.util.Optional;
import java.util.regex.Pattern;
import navigator.local.loopback.Call;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Who signed a request, and for which service, as its {@code Authorization} header says. Access key
 * and session token are secrets of one run, so the signature itself is not computed again.
 *
 * @param service the name in the credential scope, such as {@code dynamodb}
 * @param sessionToken empty if the request carries none
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
record Signature(String accessKeyId, String service, String sessionToken) {

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "AWS4-HMAC-SHA256 .*?Credential=([^/,\\s]+)/\\d{8}/[^/,]+/([^/,]+)/aws4_request");

  /** Empty if the request is not signed with Signature Version 4. */
  static Optional<Signature> of(Call call) {
    var header = call.headers().get(HttpHeader.AUTHORIZATION);
    var matcher = CREDENTIAL.matcher(header == null ? "" : header);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    var token = call.headers().get("X-Amz-Security-Token");
    return Optional.of(
        new Signature(matcher.group(1), matcher.group(2), token == null ? "" : token));
  }
}
