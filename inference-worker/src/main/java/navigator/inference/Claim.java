package navigator.inference;

import java.time.Instant;

/** What trying to claim a request gave. */
public sealed interface Claim {

  /** So many claims that were never released make the request count as the cause. */
  int MAX_CRASHES = 3;

  /**
   * The claim of a delivery that was granted the lease.
   *
   * @param owner the lease's token, of this delivery alone
   * @param crashes claims before this one that were never released
   * @param foundCrash whether this claim found the last of them
   */
  static Claim granted(String owner, Progress progress, int crashes, boolean foundCrash) {
    return crashes >= MAX_CRASHES
        ? new Crashed(owner, progress, foundCrash)
        : new Claimed(owner, progress, foundCrash);
  }

  /**
   * This delivery works on the request until its lease ends.
   *
   * @param owner the lease's token
   * @param foundCrash whether the lease before it was never released
   */
  record Claimed(String owner, Progress progress, boolean foundCrash) implements Claim {}

  /**
   * The request is not to be worked on again: it is taken for what brought processes down.
   *
   * @param owner the lease's token: what ends a request holds it too
   * @param foundCrash whether the lease before it was never released
   */
  record Crashed(String owner, Progress progress, boolean foundCrash) implements Claim {}

  /** There is nothing left but to announce what is stored. */
  record OutcomeStored(Outcome outcome) implements Claim {}

  /** Another delivery works on it. */
  record Held(Instant until) implements Claim {}

  /** A later generation took this one's place. */
  record Superseded() implements Claim {}

  /** The request was cancelled, or ended at its deadline. */
  record Ended() implements Claim {}

  /** There is no such request. */
  record Unknown() implements Claim {}
}
