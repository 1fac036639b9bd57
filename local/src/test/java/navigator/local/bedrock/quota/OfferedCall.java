package navigator.local.bedrock.quota;

/**
 * One call of a load.
 *
 * @param gap milliseconds after the one before
 * @param takes milliseconds from its start to its end, half of them to the first token
 */
record OfferedCall(long gap, long need, long cost, long takes) {

  Demand demand() {
    return new Demand(need, cost, takes / 2, takes);
  }

  /** What a call that takes no time gives back before anybody looks. */
  long releasedAtOnce() {
    return takes == 0 ? Math.max(0, need - cost) : 0;
  }
}
