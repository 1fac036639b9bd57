package navigator.inference;

import java.time.Duration;

/** Asks the model once. */
@FunctionalInterface
public interface AskModel {

  /**
   * One call, never repeated: what comes of it is a value, whatever it is.
   *
   * @param maxTokens the most output tokens; Bedrock reserves them of the quota
   * @param timeout how long the answer may take
   */
  ModelResult ask(Prompt prompt, int maxTokens, Duration timeout);
}
