package navigator.contracts.log;

/** A step on a request's way, as the functions' log lines name it. */
public enum StateChange {
  /** Stored, before it is sent to the queue. */
  STORED("request.stored"),
  /** Queued and promised to the client. */
  ACCEPTED("request.accepted"),
  /** Submitted again by its idempotency key: what was promised then is promised again. */
  REPEATED("request.repeated"),
  /** A worker took the delivery. */
  CLAIMED("request.claimed"),
  /** The model is being asked. */
  ASKED("model.asked"),
  /** The model answered, or did not: see the outcome. */
  CALLED("model.called"),
  /** The delivery went back to the queue. */
  DEFERRED("request.deferred"),
  /** The delivery was of no more use: superseded, cancelled or unknown. */
  DROPPED("delivery.dropped"),
  /** The outcome of a generation is in the table. */
  OUTCOME_STORED("outcome.stored"),
  /** The outcome is on the bus. */
  PUBLISHED("outcome.published"),
  /** The request is in the dead-letter queue. */
  DEAD_LETTERED("request.dead_lettered"),
  /** The fallback reply was given. */
  FELL_BACK("request.fell_back"),
  /** Status and reply are in the table, where the client sees them. */
  PERSISTED("outcome.persisted"),
  /** The outcome came too late, or a second time: nothing was changed. */
  IGNORED("outcome.ignored"),
  /** Queued again, in a new generation, by a replay. */
  REPLAYED("request.replayed"),
  /** The deadline passed without an outcome. */
  OVERDUE("request.overdue"),
  /** Its owner does not want it any more. */
  CANCELLED("request.cancelled");

  private final String wireName;

  StateChange(String wireName) {
    this.wireName = wireName;
  }

  /** The message of the log line. */
  public String wireName() {
    return wireName;
  }
}
