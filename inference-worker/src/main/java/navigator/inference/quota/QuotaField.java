package navigator.inference.quota;

import java.util.Locale;

/**
 * The attributes of a quota's item: whole numbers, all of them. Times are microseconds since 1970,
 * rates are quota tokens a minute.
 */
public enum QuotaField {

  /** A fingerprint of the settings that the pace was made with. */
  CONFIG,

  /** How often the pace was made anew: a slot of an earlier episode is void. */
  EPISODE,

  /** When the next slot begins: the theoretical arrival time. */
  TAT,

  /** How much time the quota tokens of this episode's slots take, at the rate of each. */
  USED,

  /** The rate that this episode began with. */
  BASE,

  /** The rate that the quota was last found to bear; 0 before it was ever found. */
  HELD,

  /** Quota tokens that were handed out, ever; at a slow pace, that were settled. */
  GRANTED,

  /** Slots that were handed out and not taken back, ever. */
  CALLS,

  /** How much time a slot takes, on average over the latest, in microseconds. */
  SLOT,

  /** How long a call takes, as whoever took the latest slot has learned it, in microseconds. */
  LATENCY,

  /** Why nobody but a prober may call: 0 if everybody may. */
  CLOSED,

  /** The rate that was throttled; 0 if what closed the gate said nothing about a rate. */
  THROTTLED_RATE,

  /** 1 while a prober is at work. */
  PROBING,

  /** Until when nobody may probe, or until when the prober has to be heard of. */
  PROBE_UNTIL,

  /** Probes that failed since the gate was closed. */
  PROBE_FAILS,

  /** Requests in a row, of whatever environment, that failed as if the model were down. */
  FAILED,

  /** When the next of those that were sent away may come back. */
  PARKED,

  /** The same for those who let others go first. */
  YIELDED,

  /** When the latest mark was made, and what had been used by then; two older ones follow. */
  MARK_1_AT,
  MARK_1,
  MARK_2_AT,
  MARK_2,
  MARK_3_AT,
  MARK_3;

  /** The attribute's name. */
  public String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }
}
