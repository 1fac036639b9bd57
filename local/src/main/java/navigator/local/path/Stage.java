package navigator.local.path;

import navigator.contracts.log.StateChange;

/** A stretch of a request's path, from one state change to a later one. */
public enum Stage {
  /** In the queue: from the promise until a worker has the request. */
  QUEUED("queued", StateChange.ACCEPTED, StateChange.CLAIMED),
  /** History, prompt and the model call; waits between attempts included. */
  MODEL("model", StateChange.CLAIMED, StateChange.CALLED),
  /** Storing the outcome, before anybody is told of it. */
  STORE("store", StateChange.CALLED, StateChange.OUTCOME_STORED),
  /** Telling the bus; a failure goes by way of the dead-letter queue. */
  PUBLISH("publish", StateChange.OUTCOME_STORED, StateChange.PUBLISHED),
  /** Through the bus into the table, where the client sees it. */
  PERSIST("persist", StateChange.PUBLISHED, StateChange.PERSISTED),
  /** The whole. */
  TOTAL("total", StateChange.ACCEPTED, StateChange.PERSISTED);

  private final String label;
  private final StateChange from;
  private final StateChange to;

  Stage(String label, StateChange from, StateChange to) {
    this.label = label;
    this.from = from;
    this.to = to;
  }

  /** Its name in a table. */
  public String label() {
    return label;
  }

  /** The stage begins with this. */
  StateChange from() {
    return from;
  }

  /** The stage ends with this. */
  StateChange to() {
    return to;
  }
}
