package navigator.contracts.queue;

/** The names of the SQS message attributes, beside the body. */
public final class MessageAttribute {

  /** On every message, so that one with an unreadable body can still be ended. */
  public static final String REQUEST_ID = "request_id";

  /** Dead letters only: an {@link navigator.contracts.ErrorCode}'s wire name. */
  public static final String ERROR_CODE = "error_code";

  /** Dead letters only: a sentence without prompt or reply text. */
  public static final String ERROR_DETAIL = "error_detail";

  /** Dead letters only: how many model calls counted; throttled ones do not. */
  public static final String ATTEMPTS = "attempts";

  /** Dead letters only: an ISO 8601 time. */
  public static final String FIRST_FAILURE_AT = "first_failure_at";

  /** Dead letters only: an ISO 8601 time. */
  public static final String LAST_FAILURE_AT = "last_failure_at";

  private MessageAttribute() {}
}
