package navigator.local.bedrock;

/**
 * What the model says.
 *
 * @param text empty for an answer without content
 * @param stopReason as on the wire
 */
record Answer(String text, String stopReason) {

  int outputTokens() {
    return TokenEstimate.of(text);
  }
}
