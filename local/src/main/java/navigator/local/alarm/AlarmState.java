package navigator.local.alarm;

/** What an alarm makes of the latest periods. */
public enum AlarmState {
  /** The latest period is as it should be. */
  OK,
  /** The latest period is not, and it takes more of them to raise the alarm. */
  BREACHING,
  /** As many periods are not as it takes. */
  ALARM
}
