package navigator.local.bedrock.quota;

/** Minutes side by side. What is settled in a later minute than reserved only adds to that. */
final class FixedAccount implements Account {
  private final long minute;
  private final long phase;
  private long limit;
  private long current;
  private double used;

  /**
   * An unused minute.
   *
   * @param phase how much of it is over
   */
  FixedAccount(long minute, long phase, long limit) {
    this.minute = minute;
    this.phase = phase;
    this.limit = limit;
  }

  @Override
  public long limit() {
    return limit;
  }

  @Override
  public double left(long now) {
    turn(now);
    return limit == Limits.UNLIMITED ? Double.POSITIVE_INFINITY : limit - used;
  }

  @Override
  public void charge(long now, double amount) {
    turn(now);
    used += amount;
  }

  @Override
  public void refund(long now, long chargedAt, double amount) {
    turn(now);
    if (minuteOf(chargedAt) == current) {
      used -= amount;
    }
  }

  @Override
  public void limit(long now, long other) {
    limit = other;
  }

  private void turn(long now) {
    if (minuteOf(now) != current) {
      current = minuteOf(now);
      used = 0;
    }
  }

  private long minuteOf(long time) {
    return Math.floorDiv(time + phase, minute);
  }
}
