package navigator.local.chaos.check;

/** What a run may not break. */
public enum Promise {
  /** Every accepted request is there and has ended. */
  LOST("lost"),
  /** It ended at most two minutes after its deadline. */
  OVERDUE("ended too late"),
  /** What was submitted again under its key is one request. */
  SUBMITTED_TWICE("submitted twice under a key"),
  /** A turn has one reply. */
  ANSWERED_TWICE("answered twice"),
  /** Nothing is bought once an answer is stored. */
  BOUGHT_TWICE("bought twice with a stored answer"),
  /** A terminal state stays, except that an answer supersedes a fallback. */
  CHANGED("changed after its end"),
  /** What is called completed is a stored answer; what is not is marked, with its code. */
  UNTRUE("untruly told"),
  /** A fallback has a reason that the run's records show. */
  UNEXPLAINED("unexplained fallback"),
  /** Nobody reads what is another's. */
  READ_BY_OTHERS("read by others"),
  /** What is deleted has no text left. */
  KEPT("kept after its deletion"),
  /** No log line holds what somebody wrote. */
  TOLD("told in a log"),
  /** A dead letter is parked, resolved or discarded, as its request is. */
  LETTER_AT_ODDS("letter at odds with its request"),
  /** Each generation was asked by one replay, and none after an answer. */
  ASKED_TWICE("generation not asked just once"),
  /** A replay that was accepted is there, and has ended. */
  REPLAY_LOST("replay lost or never ended"),
  /** A replay's counts are what its entries say, and add up. */
  MISCOUNTED("replay that does not add up"),
  /** What an operator was told is done is done. */
  UNDONE("undone although told as done"),
  /** What operators did has its record: who, when and why. */
  UNRECORDED("done without its record");

  private final String label;

  Promise(String label) {
    this.label = label;
  }

  /** The breach, in words. */
  public String label() {
    return label;
  }
}
