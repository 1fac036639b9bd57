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
  TOLD("told in a log");

  private final String label;

  Promise(String label) {
    this.label = label;
  }

  /** The breach, in words. */
  public String label() {
    return label;
  }
}
