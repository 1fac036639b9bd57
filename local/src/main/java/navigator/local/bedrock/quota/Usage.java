package navigator.local.bedrock.quota;

/**
 * The tokens of one call.
 *
 * @param input what was read from the cache or written to it excluded
 */
public record Usage(int input, int cacheRead, int cacheWrite, int output) {

  /** All of them. */
  public int total() {
    return input + cacheRead + cacheWrite + output;
  }

  /** The same with another output. */
  public Usage withOutput(int other) {
    return new Usage(input, cacheRead, cacheWrite, other);
  }
}
