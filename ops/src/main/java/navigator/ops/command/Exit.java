package navigator.ops.command;

/** The exit codes, for scripts. */
final class Exit {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  /** There is nothing of what was asked for. */
  static final int NOTHING = 3;

  /**
   * A replay ended before it had asked all, or some of it failed again; or a redrive left something
   * behind.
   */
  static final int UNFINISHED = 4;

  /** What shells report of a process that Ctrl-C ended. */
  static final int INTERRUPTED = 130;

  static final String FOOTER =
      "Exit codes: 0 done, 1 failed, 2 the command line is wrong, 3 nothing matched, 4 not all"
          + " was done, or some failed again, 130 Ctrl-C, 143 SIGTERM.";

  private Exit() {}
}
