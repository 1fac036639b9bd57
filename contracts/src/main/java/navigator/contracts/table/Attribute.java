package navigator.contracts.table;

import java.util.List;

/** The names of the table's attributes and indexes. */
public final class Attribute {

  public static final String PK = "PK";
  public static final String SK = "SK";

  /** The first index: what belongs to a user. */
  public static final String USER_INDEX = "GSI1PK-GSI1SK-index";

  public static final String USER_INDEX_PK = "GSI1PK";
  public static final String USER_INDEX_SK = "GSI1SK";

  /** The second, sparse index: what waits for something to happen to it. */
  public static final String PENDING_INDEX = "GSI2PK-GSI2SK-index";

  public static final String PENDING_INDEX_PK = "GSI2PK";
  public static final String PENDING_INDEX_SK = "GSI2SK";

  /** When the item may be deleted, in epoch seconds: the table's TTL attribute. */
  public static final String EXPIRES_AT = "expires_at";

  // Of requests, and of other items where the name says the same.
  public static final String REQUEST_ID = "request_id";
  public static final String CONVERSATION_ID = "conversation_id";
  public static final String USER_ID = "user_id";
  public static final String USER_EMAIL = "user_email";
  public static final String ROLE = "role";
  public static final String TURN = "turn";
  public static final String STATUS = "status";
  public static final String GENERATION = "generation";
  public static final String TRACEPARENT = "traceparent";
  public static final String METADATA = "metadata";
  public static final String CREATED_AT = "created_at";
  public static final String UPDATED_AT = "updated_at";
  public static final String STARTED_AT = "started_at";
  public static final String COMPLETED_AT = "completed_at";
  public static final String DEADLINE_AT = "deadline_at";
  public static final String MODEL = "model";
  public static final String STOP_REASON = "stop_reason";
  public static final String ERROR_CODE = "error_code";
  public static final String ERROR_DETAIL = "error_detail";

  /** On a request with an idempotency key: a hash of what was submitted. */
  public static final String FINGERPRINT = "fingerprint";

  /** Model calls made and not throttled. */
  public static final String ATTEMPTS = "attempts";

  /** Claims that were never released. */
  public static final String CRASHES = "crashes";

  public static final String FIRST_FAILURE_AT = "first_failure_at";
  public static final String LAST_FAILURE_AT = "last_failure_at";

  /** On a request without an outcome: the code of its latest model call that failed. */
  public static final String LAST_FAULT = "last_fault";

  /** A map of the four counts below. */
  public static final String USAGE = "usage";

  public static final String INPUT_TOKENS = "input_tokens";
  public static final String OUTPUT_TOKENS = "output_tokens";
  public static final String CACHE_READ_TOKENS = "cache_read_tokens";
  public static final String CACHE_WRITE_TOKENS = "cache_write_tokens";

  /** Who works on the request: a token of one delivery. Absent while nobody does. */
  public static final String LEASE_OWNER = "lease_owner";

  public static final String LEASE_UNTIL = "lease_until";

  /**
   * On a request of a deleted conversation: since when no text may be stored for it. On the
   * conversation: since when no text of it is left.
   */
  public static final String ERASED_AT = "erased_at";

  /** The newest generation that has a stored outcome. */
  public static final String OUTCOME_GENERATION = "outcome_generation";

  /**
   * On a request: how many calls of the model will have had their slot, counted as on the quota's
   * item, before it has its own. Not there if nobody knew when it was submitted.
   */
  public static final String TICKET = "ticket";

  /** On a request whose delivery was deferred: when it comes back. */
  public static final String DEFERRED_UNTIL = "deferred_until";

  // Of outcomes.
  /** {@link #ANSWERED} or {@link #FAILED}. */
  public static final String KIND = "kind";

  public static final String ANSWERED = "answered";
  public static final String FAILED = "failed";
  public static final String REPLY = "reply";
  public static final String STORED_AT = "stored_at";

  // Of conversations.
  public static final String LAST_TURN = "last_turn";

  /** Since when the owner does not want it any more; its text goes, request by request. */
  public static final String DELETED_AT = "deleted_at";

  // Of messages, as in the original data model.
  public static final String MESSAGE = "message";
  public static final String MESSAGE_USER_ID = "userId";
  public static final String MESSAGE_USER_EMAIL = "userEmail";
  public static final String MESSAGE_TIMESTAMP = "timestamp";
  public static final String MESSAGE_MODEL = "model";
  public static final String MESSAGE_REQUEST_ID = "requestId";

  /** On a fallback reply: the error code behind it. */
  public static final String MESSAGE_FALLBACK_REASON = "fallbackReason";

  // Of dead letters.
  /** The wire name of a {@link DeadLetterState}. */
  public static final String STATE = "state";

  /** The request as it was queued, as JSON. */
  public static final String ORIGINAL = "original";

  /** A list of the failures, one a generation. */
  public static final String GENERATIONS = "generations";

  public static final String FAILED_AT = "failed_at";
  public static final String BODY_SHA256 = "body_sha256";
  public static final String BODY_PREFIX = "body_prefix";

  // Of a user's limits.
  /** When all that was taken of the rate is given back, in microseconds since 1970. */
  public static final String RATE_TAT = "rate_tat";

  /**
   * A map of request ids that may be pending, each with the time of its submit in epoch seconds.
   */
  public static final String PENDING = "pending";

  /** What the indexes carry beside their keys: small, and never text that a person wrote. */
  public static final List<String> INDEXED =
      List.of(
          REQUEST_ID,
          CONVERSATION_ID,
          USER_ID,
          STATUS,
          GENERATION,
          CREATED_AT,
          UPDATED_AT,
          COMPLETED_AT,
          DEADLINE_AT,
          ERROR_CODE,
          STATE,
          FAILED_AT,
          MODEL);

  private Attribute() {}
}
