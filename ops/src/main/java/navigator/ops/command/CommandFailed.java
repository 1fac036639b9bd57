package navigator.ops.command;

/** A command could not do its work; the message is the one line that its user sees. */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  CommandFailed(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Something went wrong. */
  static CommandFailed failed(String message) {
    return new CommandFailed(Exit.FAILED, message);
  }

  /** The command line is wrong, in a way that only the command itself sees. */
  static CommandFailed usage(String message) {
    return new CommandFailed(Exit.USAGE, message);
  }

  int exitCode() {
    return exitCode;
  }
}
