package navigator.local.bedrock.quota;

/** Which quota a call was rejected for, with Bedrock's words. */
public enum Shortage {
  TOKENS_PER_DAY("Too many tokens per day, please wait before trying again."),
  TOKENS("Too many tokens, please wait before trying again."),
  REQUESTS("Too many requests, please wait before trying again.");

  private final String message;

  Shortage(String message) {
    this.message = message;
  }

  /** What the caller is told. */
  public String message() {
    return message;
  }
}
