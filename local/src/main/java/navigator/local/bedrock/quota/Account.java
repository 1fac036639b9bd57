package navigator.local.bedrock.quota;

/** What is left of one quota. Not safe for use by many threads; time never goes back. */
sealed interface Account permits BucketAccount, FixedAccount, SlidingAccount {

  /** Below what a sum of many fractions is not exact. */
  double ROUNDING = 1e-6;

  static Account of(Window window, long minute, long phase, long limit, long burst) {
    return switch (window) {
      case BUCKET -> new BucketAccount(minute, limit, burst);
      case FIXED -> new FixedAccount(minute, phase, limit);
      case SLIDING -> new SlidingAccount(minute, limit);
    };
  }

  /** What a window may have. */
  long limit();

  /** What is left now; below zero if more was settled than had been reserved. */
  double left(long now);

  /** Whether so much can be had now. */
  default boolean covers(long now, double need) {
    return need <= limit() && left(now) + ROUNDING >= need;
  }

  /** Takes so much, whatever is left. */
  void charge(long now, double amount);

  /** Gives back a part of what was taken earlier. */
  void refund(long now, long chargedAt, double amount);

  /** From now on a window may have so much. */
  void limit(long now, long other);
}
