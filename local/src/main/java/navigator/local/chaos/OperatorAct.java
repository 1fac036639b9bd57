package navigator.local.chaos;

import java.time.Duration;

/** Something that an operator decides to do, over HTTP. */
sealed interface OperatorAct {

  /** Looks at groups and at the first page of the letters in these states. */
  record Look(String states) implements OperatorAct {}

  /**
   * Has letters asked again, and goes on as it is decided.
   *
   * @param name nobody else's in a run
   * @param planned whether a plan is asked for first
   * @param after how long it is left alone before it is cancelled
   */
  record Replay(String name, Reach reach, Terms terms, boolean planned, Then then, Duration after)
      implements OperatorAct {}

  /** What a replay is about. */
  enum Reach {
    ALL,
    BY_CODE,
    BY_ID
  }

  /** What an operator does about a replay that was started. */
  enum Then {
    LEAVE,
    WATCH,
    CANCEL
  }

  /**
   * How a replay goes about it.
   *
   * @param rate a minute
   * @param deadline of each request, in seconds
   */
  record Terms(int rate, int maximum, int canary, double stopShare, int deadline) {}
}
