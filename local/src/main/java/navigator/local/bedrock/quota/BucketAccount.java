package navigator.local.bedrock.quota;

/**
 * A bucket that starts full and is refilled at a steady rate. It holds the largest reservation that
 * anybody asked for, but never more than a minute's quota for that alone: so what fits into a
 * minute's quota is admitted some time.
 */
final class BucketAccount implements Account {
  private static final int DEPTH_OF_MINUTE = 10;

  private final long minute;
  private final long burst;
  private long limit;
  private double largest;
  private double level;
  private long filledAt;

  /**
   * A full bucket.
   *
   * @param burst its depth; 0 for a tenth of a minute's quota
   */
  BucketAccount(long minute, long limit, long burst) {
    this.minute = minute;
    this.burst = burst;
    this.limit = limit;
    this.level = depth();
  }

  @Override
  public long limit() {
    return limit;
  }

  @Override
  public double left(long now) {
    refill(now);
    return limit == Limits.UNLIMITED ? Double.POSITIVE_INFINITY : level;
  }

  @Override
  public boolean covers(long now, double need) {
    if (need <= limit) {
      deepen(need);
    }
    return Account.super.covers(now, need);
  }

  @Override
  public void charge(long now, double amount) {
    refill(now);
    level -= amount;
  }

  @Override
  public void refund(long now, long chargedAt, double amount) {
    refill(now);
    level = Math.min(depth(), level + amount);
  }

  @Override
  public void limit(long now, long other) {
    refill(now);
    var wasUnlimited = limit == Limits.UNLIMITED;
    limit = other;
    level = wasUnlimited ? depth() : Math.min(depth(), level);
  }

  // It was full from the start, the room for this reservation included.
  private void deepen(double need) {
    var before = depth();
    largest = Math.max(largest, need);
    level += depth() - before;
  }

  private double depth() {
    return Math.max(
        burst == 0 ? (double) limit / DEPTH_OF_MINUTE : burst, Math.min(largest, (double) limit));
  }

  private void refill(long now) {
    level = Math.min(depth(), level + (double) limit * (now - filledAt) / minute);
    filledAt = now;
  }
}
