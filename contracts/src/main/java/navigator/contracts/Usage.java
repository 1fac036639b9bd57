package navigator.contracts;

/** The tokens of one model call as the model counted them. */
public record Usage(int inputTokens, int outputTokens, int cacheReadTokens, int cacheWriteTokens) {}
