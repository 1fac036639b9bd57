package navigator.local;

/** Where the lines go that functions write to their standard streams; called by many threads. */
@FunctionalInterface
public interface FunctionLog {

  /**
   * Takes one line.
   *
   * @param functionName the function's physical name
   * @param line without its line end
   */
  void line(String functionName, String line);
}
