package navigator.local.bedrock.quota;

import java.util.TreeMap;

/** The minute before now. What is given back is missing from when it was taken. */
final class SlidingAccount implements Account {
  private final long minute;
  private final TreeMap<Long, Double> charges = new TreeMap<>();
  private long limit;
  private double used;

  SlidingAccount(long minute, long limit) {
    this.minute = minute;
    this.limit = limit;
  }

  @Override
  public long limit() {
    return limit;
  }

  @Override
  public double left(long now) {
    forget(now);
    return limit == Limits.UNLIMITED ? Double.POSITIVE_INFINITY : limit - used;
  }

  @Override
  public void charge(long now, double amount) {
    forget(now);
    charges.merge(now, amount, Double::sum);
    used += amount;
  }

  @Override
  public void refund(long now, long chargedAt, double amount) {
    forget(now);
    if (charges.containsKey(chargedAt)) {
      charges.merge(chargedAt, -amount, Double::sum);
      used -= amount;
    }
  }

  @Override
  public void limit(long now, long other) {
    limit = other;
  }

  private void forget(long now) {
    while (!charges.isEmpty() && charges.firstKey() <= now - minute) {
      used -= charges.pollFirstEntry().getValue();
    }
  }
}
