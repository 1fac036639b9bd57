package navigator.contracts.http;

import java.util.Locale;

/** The kinds of problem that the functions tell; the gateway's own errors are not among them. */
public enum ProblemKind {
  MALFORMED_JSON(400, "The body is not a JSON object", false),
  INVALID_REQUEST(400, "The request is not valid", false),
  ID_TOKEN_REQUIRED(401, "The token is not an ID token", false),
  NOT_FOUND(404, "There is no such thing, or it is not yours", false),
  SUBMIT_IN_PROGRESS(409, "The same request is being submitted", true),
  REPLAY_NAME_TAKEN(409, "There is a replay of that name", false),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request", false),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is not application/json", false),
  RATE_LIMITED(429, "Your requests come too fast", true),
  TOO_MANY_PENDING(429, "Too many of your requests are pending", true),
  INTERNAL(500, "Something went wrong here", true),
  OVERLOADED(503, "No answer would come before the deadline", true),
  UNAVAILABLE(503, "The request could not be queued", true);

  private final int status;
  private final String title;
  private final boolean retryable;

  ProblemKind(int status, String title, boolean retryable) {
    this.status = status;
    this.title = title;
    this.retryable = retryable;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public boolean retryable() {
    return retryable;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A URI that names the kind; it need not resolve. */
  public String type() {
    return "urn:learning-navigator:problem:" + code();
  }
}
