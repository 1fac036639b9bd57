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

  /** Model calls that count; throttled ones do not. */
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

  /** On a dead letter: the replay that its request was asked again by, the latest if several. */
  public static final String REPLAY = "replay";

  // Of replays.
  public static final String NAME = "name";

  /** Who does it: a caller's ARN, or the subject of a token. */
  public static final String ACTOR = "actor";

  /** Why, in the words of who does it. */
  public static final String REASON = "reason";

  /** A map of what is selected by: {@link #ERROR_CODE}, {@link #MODEL}, {@link #USER_ID} ... */
  public static final String SELECTION = "selection";

  public static final String SINCE = "since";
  public static final String UNTIL = "until";

  /** A list of request ids, instead of {@link #SELECTION}. */
  public static final String REQUEST_IDS = "request_ids";

  /** Requests a minute. */
  public static final String RATE = "rate";

  public static final String MAXIMUM = "maximum";

  /** How many requests are asked first, to see whether they are answered. */
  public static final String CANARY = "canary";

  public static final String STOP_SHARE = "stop_share";
  public static final String DEADLINE_SECONDS = "deadline_seconds";

  /** Why a replay sends nothing any more before its end: the wire name of a {@link ReplayStop}. */
  public static final String STOP = "stop";

  public static final String CANCELLED_AT = "cancelled_at";
  public static final String ENDED_AT = "ended_at";

  // Counts of a replay; its entries' states have the same names.
  public static final String MATCHED = "matched";
  public static final String SENT = "sent";
  public static final String OUTSTANDING = "outstanding";
  public static final String SKIPPED = "skipped";

  /** How the latest entries ended, one letter each. */
  public static final String RECENT = "recent";

  /** The last letter that was looked at, as a position among the dead letters. */
  public static final String MATCHED_UP_TO = "matched_up_to";

  /** The sort key of the last entry that was turned to its sending, or skipped. */
  public static final String SENT_UP_TO = "sent_up_to";

  /** The sort key below which every entry has ended. */
  public static final String SETTLED_UP_TO = "settled_up_to";

  /** Before it nothing is sent. */
  public static final String NEXT_SEND_AT = "next_send_at";

  // Of a replay's entries.
  /** Why an entry was skipped: the wire name of a {@link SkipReason}. */
  public static final String SKIP = "skip";

  // Of records of what operators did.
  public static final String AT = "at";
  public static final String ID = "id";
  public static final String ACTION = "action";
  public static final String PHASE = "phase";

  /** What the records of one action have in common. */
  public static final String OPERATION = "operation";

  /** A map of numbers. */
  public static final String COUNTS = "counts";

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
          ERROR_DETAIL,
          STATE,
          FAILED_AT,
          MODEL);

  private Attribute() {}
}
