package navigator.ops.command;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether something is to be done that changes things, and why. */
final class Consent {

  @Option(names = "--dry-run", description = "Tells what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask.")
  private boolean yes;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for the record; needed unless --dry-run.")
  private @Nullable String reason;

  boolean isDryRun() {
    return dryRun;
  }

  /** Why it is done. */
  String reason() {
    return reason(reason);
  }

  /** The reason that was given. */
  static String reason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw CommandFailed.usage("say why, with --reason: it is written down");
    }
    return reason;
  }

  /** Refuses early what could not be asked or written down later. */
  void check() {
    if (!dryRun) {
      reason();
      if (!yes && terminal().isEmpty()) {
        throw CommandFailed.usage("there is no terminal to ask at: say --yes, or --dry-run");
      }
    }
  }

  /** Whether whoever runs the command wants that. */
  boolean given(String question) {
    if (yes) {
      return true;
    }
    String answer = terminal().map(console -> console.readLine("%s [y/N] ", question)).orElse("");
    return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }

  // Which Java it is decides whether there is a console without a terminal.
  private static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
