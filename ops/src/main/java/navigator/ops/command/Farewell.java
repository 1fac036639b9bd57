package navigator.ops.command;

/** What a process still does when Ctrl-C or SIGTERM ends it. */
final class Farewell implements AutoCloseable {

  private final Thread thread;

  Farewell(Runnable lastWords) {
    thread = new Thread(lastWords, "farewell");
    Runtime.getRuntime().addShutdownHook(thread);
  }

  /** It is not needed any more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException _) {
      // The process is ending: it is done already.
    }
  }
}
