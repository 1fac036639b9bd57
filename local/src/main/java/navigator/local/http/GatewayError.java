package navigator.local.http;

import navigator.local.loopback.Reply;

/**
 * The answers that the HTTP API gives by itself, without a function.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">Quotas</a>
 */
enum GatewayError {
  BAD_REQUEST(400, "Bad Request"),
  UNAUTHORIZED(401, "Unauthorized"),
  NOT_FOUND(404, "Not Found"),
  TOO_LARGE(413, "Request Too Long"),
  THROTTLED(429, "Too Many Requests"),
  FUNCTION_FAILED(500, "Internal Server Error"),
  TIMED_OUT(503, "Service Unavailable");

  private final int status;
  private final String message;

  GatewayError(int status, String message) {
    this.status = status;
    this.message = message;
  }

  Reply reply() {
    return Reply.json(status, "{\"message\":\"" + message + "\"}");
  }
}
