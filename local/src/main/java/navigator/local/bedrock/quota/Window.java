package navigator.local.bedrock.quota;

/** How a minute's quota is counted; Bedrock does not document which of them it is. */
public enum Window {
  /** A bucket that is refilled at a steady rate. */
  BUCKET,
  /** Minutes side by side, whose boundaries nobody knows. */
  FIXED,
  /** The minute before each call. */
  SLIDING
}
