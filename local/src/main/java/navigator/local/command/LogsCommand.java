package navigator.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import navigator.contracts.RequestId;
import navigator.local.path.LineText;
import navigator.local.path.LogLine;
import navigator.local.path.RequestPath;
import navigator.local.terminal.Ink;
import navigator.local.up.LogTail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what the functions logged about a request. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Prints what the functions logged about a request.")
final class LogsCommand implements Callable<Integer> {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "REQUEST_ID",
      converter = Ids.OfRequest.class,
      description = "As ask printed it.")
  private RequestId id = RequestId.random();

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on until the request has ended.")
  private boolean follow;

  @Option(names = "--json", description = "Prints the lines as the functions wrote them.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException, IOException {
    List<LogLine> seen = new ArrayList<>();
    try (LogTail tail = UpStack.of(Home.current()).logs()) {
      print(tail, seen);
      while (follow && !new RequestPath(seen).isOver()) {
        Thread.sleep(LOOK_AGAIN);
        print(tail, seen);
      }
    }
    if (seen.isEmpty()) {
      throw new CommandFailed("no function has logged anything about request " + id);
    }
    return 0;
  }

  private void print(LogTail tail, List<LogLine> seen) throws IOException {
    List<LogLine> lines =
        tail.more().stream()
            .map(entry -> LogLine.parse(entry.function(), entry.line()))
            .flatMap(Optional::stream)
            .filter(line -> line.request().equals(id))
            .sorted(Comparator.comparing(LogLine::at))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(line -> out.println(json ? line.fields().toString() : text(line)));
    out.flush();
    seen.addAll(lines);
  }

  private static String text(LogLine line) {
    String time = new Ink(Ansi.AUTO.enabled()).dim(TIME.format(line.at()));
    return "%s  %-13s %s".formatted(time, LineText.function(line), LineText.of(line));
  }
}
