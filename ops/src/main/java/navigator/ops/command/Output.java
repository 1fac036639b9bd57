package navigator.ops.command;

import java.io.PrintWriter;
import navigator.contracts.wire.Wire;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command tells what it found: to people, or to programs. */
final class Output {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  boolean isJson() {
    return json;
  }

  /** A value as one line of JSON. */
  void json(Object value) {
    line(Wire.write(value));
  }

  void line(String text) {
    out().println(text);
    out().flush();
  }

  /** What is no result: it stays out of what is piped on. */
  void note(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }

  /** A heading. */
  String strong(String text) {
    return Ansi.AUTO.string("@|bold " + text + "|@");
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
