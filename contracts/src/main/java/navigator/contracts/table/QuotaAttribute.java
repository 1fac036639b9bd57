package navigator.contracts.table;

/**
 * The attributes of a quota's item that others than its governor read: whole numbers, all of them.
 */
public final class QuotaAttribute {

  /** Slots for calls that were handed out and not taken back, ever. */
  public static final String CALLS = "calls";

  /** How much time a slot takes, on average over the latest, in microseconds. */
  public static final String SLOT = "slot";

  /** How long a call takes, in microseconds. */
  public static final String LATENCY = "latency";

  /** When the next slot begins, in microseconds since 1970. */
  public static final String TAT = "tat";

  /** The rate that the quota was last found to bear; 0 while that is being found out. */
  public static final String HELD = "held";

  /** Not 0 while nobody but a prober may call. */
  public static final String CLOSED = "closed";

  /** The rate that was throttled; 0 if nobody may call for another reason. */
  public static final String THROTTLED_RATE = "throttled_rate";

  /** Until when nobody may probe, in microseconds since 1970. */
  public static final String PROBE_UNTIL = "probe_until";

  private QuotaAttribute() {}
}
