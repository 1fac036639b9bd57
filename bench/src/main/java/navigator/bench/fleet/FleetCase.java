package navigator.bench.fleet;

import java.util.List;
import java.util.Locale;

/**
 * A fleet and its load.
 *
 * @param environments of ten messages each
 * @param callsAMinute the quota, in chats of an average cost
 * @param requests all at once; for an outage evenly, at seven tenths of the quota
 * @param tooLarge whether the fleet is ten times as large as the pace needs
 */
public record FleetCase(
    int environments, int callsAMinute, int requests, boolean tooLarge, Trouble trouble) {

  private static final int LARGER = 10;

  /** What a key takes lies at 60,000 calls a minute: one write for each. */
  private static final List<FleetCase> FULL =
      List.of(
          paced(3, 60, 1_200),
          paced(10, 600, 12_000),
          paced(50, 3_000, 60_000),
          paced(200, 10_000, 1_000_000),
          paced(500, 30_000, 300_000),
          paced(850, 50_000, 500_000),
          paced(1_000, 60_000, 600_000),
          paced(1_250, 75_000, 450_000),
          paced(1_500, 90_000, 450_000),
          paced(2_000, 120_000, 600_000),
          tooLarge(3, 60, 1_200),
          tooLarge(50, 3_000, 60_000),
          tooLarge(200, 10_000, 200_000),
          troubled(50, 3_000, 30_000, Trouble.CLOCKS),
          troubled(200, 10_000, 100_000, Trouble.CLOCKS),
          troubled(50, 3_000, 30_000, Trouble.TABLE_AWAY),
          troubled(200, 10_000, 100_000, Trouble.TABLE_AWAY),
          troubled(200, 10_000, 70_000, Trouble.OUTAGE));

  private static final List<FleetCase> QUICK =
      List.of(
          paced(3, 60, 300),
          paced(50, 3_000, 12_000),
          paced(200, 10_000, 40_000),
          paced(1_000, 60_000, 90_000),
          paced(1_500, 90_000, 90_000),
          tooLarge(50, 3_000, 12_000),
          troubled(50, 3_000, 12_000, Trouble.CLOCKS),
          troubled(50, 3_000, 12_000, Trouble.TABLE_AWAY),
          troubled(50, 3_000, 21_000, Trouble.OUTAGE));

  /** All of them, the smallest first. */
  public static List<FleetCase> full() {
    return FULL;
  }

  /** Some of them, with fewer requests. */
  public static List<FleetCase> quick() {
    return QUICK;
  }

  static FleetCase paced(int environments, int callsAMinute, int requests) {
    return new FleetCase(environments, callsAMinute, requests, false, Trouble.NONE);
  }

  private static FleetCase tooLarge(int environments, int callsAMinute, int requests) {
    return new FleetCase(environments * LARGER, callsAMinute, requests, true, Trouble.NONE);
  }

  static FleetCase troubled(int environments, int callsAMinute, int requests, Trouble trouble) {
    return new FleetCase(environments, callsAMinute, requests, false, trouble);
  }

  /** Whether nothing but the size is special. */
  public boolean plain() {
    return !tooLarge && trouble == Trouble.NONE;
  }

  /** What is special, in words. */
  String remark() {
    return tooLarge ? "fleet " + LARGER + " times too large" : trouble.remark();
  }

  @Override
  public String toString() {
    String size =
        String.format(Locale.ROOT, "%,d calls/min, %,d environments", callsAMinute, environments);
    return remark().isEmpty() ? size : size + ", " + remark();
  }
}
