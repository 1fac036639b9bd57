package navigator.inference.quota;

/**
 * What this environment's calls took beyond what was charged for them, in quota tokens: charged
 * with its next reservation, so that settling costs no write and no slot is ever handed out twice.
 * At a slow pace, what could not be settled at once. Safe for use by many threads.
 */
final class Balance {

  /** So much of a call is charged whatever the credit, so that credit is no burst. */
  private static final int LEAST_SHARE = 4;

  private long owed;

  /** What to charge for a call of {@code cost}. */
  synchronized long charge(CallCost cost) {
    long due = cost.charge() + owed;
    long charged = Math.max(due, cost.charge() / LEAST_SHARE);
    owed = due - charged;
    return charged;
  }

  /** Nothing was charged after all. */
  synchronized void undo(CallCost cost, long charged) {
    owed += charged - cost.charge();
  }

  /**
   * A call of {@code cost} took {@code more} than expected, or less.
   *
   * @param credit the most that may be kept for later, but for a call's worth: it is a burst when
   *     it is used
   */
  synchronized void settle(CallCost cost, long more, long credit) {
    owed = Math.max(owed + more, -Math.max(cost.charge(), credit));
  }
}
