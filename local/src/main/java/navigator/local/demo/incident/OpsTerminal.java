package navigator.local.demo.incident;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import navigator.local.ops.OpsCommandLine;
import navigator.local.ops.OpsProgram;
import navigator.local.stack.LocalStack;
import navigator.local.terminal.Ink;

/**
 * The operator at a terminal: runs {@code ./navigator ops} as people do, each time as a process of
 * its own, and shows the command and all that it prints, as it prints it. For one thread.
 */
final class OpsTerminal {

  private final OpsCommandLine commands;
  private final PrintWriter out;
  private final Ink ink;
  private final List<String> failed = new ArrayList<>();

  /**
   * A terminal.
   *
   * @param program the operator's commands
   */
  OpsTerminal(LocalStack stack, OpsProgram program, PrintWriter out, Ink ink) {
    this.commands = OpsCommandLine.of(stack, program);
    this.out = out;
    this.ink = ink;
  }

  /** Runs a command to its end. */
  void run(String... arguments) throws InterruptedException {
    String shown = shown(List.of(arguments));
    out.println();
    out.println("  " + ink.bold("$ " + shown));
    out.flush();
    int exitCode = exitCode(commands.of(List.of(arguments)).redirectErrorStream(true));
    if (exitCode != 0) {
      failed.add("%s ended with %d".formatted(shown, exitCode));
    }
  }

  /** The commands that did not do what they were to do. */
  List<String> failed() {
    return List.copyOf(failed);
  }

  /** A command as somebody types it. */
  static String shown(List<String> arguments) {
    return arguments.stream()
        .map(word -> word.contains(" ") ? '"' + word + '"' : word)
        .collect(Collectors.joining(" ", "./navigator ops ", ""));
  }

  private int exitCode(ProcessBuilder command) throws InterruptedException {
    Process process = null;
    try {
      process = command.start();
      show(process.inputReader());
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("The operator's command does not run", e);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  // Another thread reads, since a read does not hear of Ctrl-C.
  private void show(BufferedReader lines) throws InterruptedException {
    Thread.ofVirtual().start(() -> lines.lines().forEach(this::print)).join();
  }

  private void print(String line) {
    out.println(("  " + line).stripTrailing());
    out.flush();
  }
}
