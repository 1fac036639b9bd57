package navigator.contracts.environment;

/** The names of the environment variables that the stack sets and the functions read. */
public final class Variable {

  public static final String TABLE_NAME = "TABLE_NAME";

  /** Of the table that holds what was submitted with an idempotency key. */
  public static final String IDEMPOTENCY_TABLE_NAME = "IDEMPOTENCY_TABLE_NAME";

  public static final String REQUEST_QUEUE_URL = "REQUEST_QUEUE_URL";
  public static final String DEAD_LETTER_QUEUE_URL = "DEAD_LETTER_QUEUE_URL";
  public static final String DEAD_LETTERS_FAILED_QUEUE_URL = "DEAD_LETTERS_FAILED_QUEUE_URL";
  public static final String OUTCOME_EVENTS_FAILED_QUEUE_URL = "OUTCOME_EVENTS_FAILED_QUEUE_URL";
  public static final String OUTCOME_INVOKES_FAILED_QUEUE_URL = "OUTCOME_INVOKES_FAILED_QUEUE_URL";
  public static final String EVENT_BUS_NAME = "EVENT_BUS_NAME";

  /** How long a request may take when its client does not say; an ISO 8601 duration. */
  public static final String DEFAULT_DEADLINE = "DEFAULT_DEADLINE";

  /** How many requests a minute a user may submit, on average. */
  public static final String USER_REQUESTS_PER_MINUTE = "USER_REQUESTS_PER_MINUTE";

  /** How many requests of a user may be pending at once. */
  public static final String USER_PENDING_REQUESTS = "USER_PENDING_REQUESTS";

  /** How long messages and requests are kept; an ISO 8601 duration of whole days. */
  public static final String RETENTION = "RETENTION";

  /** How long dead letters are kept; an ISO 8601 duration of whole days. */
  public static final String DEAD_LETTER_RETENTION = "DEAD_LETTER_RETENTION";

  /** How long a client that asks for it may wait for an outcome; an ISO 8601 duration. */
  public static final String MAX_OUTCOME_WAIT = "MAX_OUTCOME_WAIT";

  /** A model id or an inference profile id. */
  public static final String MODEL_ID = "MODEL_ID";

  /** The Region that a function runs in; Lambda sets it. */
  public static final String AWS_REGION = "AWS_REGION";

  /** How many calls of the model the workers can make at once. */
  public static final String CALLS_AT_ONCE = "CALLS_AT_ONCE";

  /**
   * Optional: models to ask when those before them are down or cannot answer in time, as
   * comma-separated {@code id@tokens/requests/burndown}, the quota being a minute's.
   */
  public static final String FURTHER_MODELS = "FURTHER_MODELS";

  public static final String MAX_OUTPUT_TOKENS = "MAX_OUTPUT_TOKENS";

  /** What the model's quota is, in quota tokens; 0 if nobody knows. */
  public static final String QUOTA_TOKENS_PER_MINUTE = "QUOTA_TOKENS_PER_MINUTE";

  /** What the model's request quota is; 0 if it has none, or nobody knows. */
  public static final String QUOTA_REQUESTS_PER_MINUTE = "QUOTA_REQUESTS_PER_MINUTE";

  /** The quota tokens a minute that a quota which nobody knows is first tried with. */
  public static final String QUOTA_START = "QUOTA_START";

  /** What an output token costs, in quota tokens. */
  public static final String QUOTA_BURNDOWN = "QUOTA_BURNDOWN";

  /** How many environments share the quota. */
  public static final String QUOTA_FLEET = "QUOTA_FLEET";

  /** What the quota is counted over: a minute, but where time is scaled. */
  public static final String QUOTA_MINUTE = "QUOTA_MINUTE";

  /** How long one model call may take. */
  public static final String MODEL_CALL_TIMEOUT = "MODEL_CALL_TIMEOUT";

  /** How much of the invocation's time must be left to start a model call. */
  public static final String MODEL_CALL_BUDGET = "MODEL_CALL_BUDGET";

  public static final String CLAIM_LEASE = "CLAIM_LEASE";
  public static final String VISIBILITY_TIMEOUT = "VISIBILITY_TIMEOUT";
  public static final String MAX_ATTEMPTS = "MAX_ATTEMPTS";

  /** The longest back-off that is waited for within an invocation. */
  public static final String MAX_IN_PROCESS_WAIT = "MAX_IN_PROCESS_WAIT";

  /** How many messages of a conversation the model is shown. */
  public static final String HISTORY_MESSAGES = "HISTORY_MESSAGES";

  /** How many tokens, estimated, those may take. */
  public static final String HISTORY_TOKENS = "HISTORY_TOKENS";

  /** Optional, together with {@link #GUARDRAIL_VERSION}. */
  public static final String GUARDRAIL_ID = "GUARDRAIL_ID";

  public static final String GUARDRAIL_VERSION = "GUARDRAIL_VERSION";

  private Variable() {}
}
