package navigator.local.bedrock;

import java.time.Instant;

/**
 * One call as the service saw it.
 *
 * @param receivedAt when the request had been read
 * @param modelId as the caller named it
 * @param outcome the stop reason, or the error's type such as {@code ThrottlingException}
 * @param inputTokens zero for a refused call
 * @param outputTokens zero for a refused call
 * @param systemHash SHA-256 of the system prompt in hexadecimal; empty if the request was invalid
 * @param questionHash the same of the newest message
 * @param messages how many messages the prompt had; zero if the request was invalid
 */
public record CallRecord(
    Instant receivedAt,
    String modelId,
    String outcome,
    int inputTokens,
    int outputTokens,
    String systemHash,
    String questionHash,
    int messages) {

  /** The hash under which a text is recorded. */
  public static String hashOf(String text) {
    return Chance.hash(text);
  }
}
