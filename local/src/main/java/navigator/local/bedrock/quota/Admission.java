package navigator.local.bedrock.quota;

/** Whether a call may run. */
public sealed interface Admission {

  /** It runs, and its reservation is to be settled once. */
  record Admitted(Reservation reservation) implements Admission {}

  /** It does not, and has consumed nothing. */
  record Rejected(Shortage shortage) implements Admission {}
}
