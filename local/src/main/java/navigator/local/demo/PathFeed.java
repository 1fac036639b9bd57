package navigator.local.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import navigator.contracts.RequestId;
import navigator.local.FunctionLog;
import navigator.local.path.LineText;
import navigator.local.path.LogLine;
import navigator.local.path.RequestPath;
import navigator.local.terminal.Ink;

/**
 * Prints the steps of the requests that are followed, as their functions log them. Safe for use by
 * many threads.
 */
public final class PathFeed implements FunctionLog {

  private final PrintWriter out;
  private final Ink ink;
  private final Map<RequestId, List<LogLine>> lines = new HashMap<>();
  private final Map<RequestId, String> labels = new HashMap<>();
  private Instant start = Instant.EPOCH;

  /** A feed that prints to a stream. */
  public PathFeed(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  /** Times are told from here on. */
  synchronized void startAt(Instant instant) {
    start = instant;
    out.println(ink.dim("        time   function     step"));
  }

  /** From now on the request's steps are printed; those that it took before come at once. */
  synchronized void follow(RequestId request, String label) {
    labels.put(request, label);
    path(request).lines().forEach(line -> print(label, line));
  }

  @Override
  public synchronized void line(String functionName, String text) {
    LogLine.parse(functionName, text).ifPresent(this::keep);
  }

  /** All that was logged about a request so far. */
  synchronized RequestPath path(RequestId request) {
    return new RequestPath(lines.getOrDefault(request, List.of()));
  }

  private void keep(LogLine line) {
    lines.computeIfAbsent(line.request(), id -> new ArrayList<>()).add(line);
    String label = labels.get(line.request());
    if (label != null) {
      print(label, line);
    }
  }

  private void print(String label, LogLine line) {
    Duration since = Duration.between(start, line.at());
    String time = String.format(Locale.ROOT, "%6.3f s", since.toNanos() / 1e9);
    out.println(
        "  %s %s   %-12s %s"
            .formatted(
                ink.numbered(label.charAt(0) - 'A', label),
                ink.dim(time),
                LineText.function(line),
                step(line)));
    out.flush();
  }

  private String step(LogLine line) {
    String text = LineText.of(line);
    return line.change()
        .map(
            change ->
                switch (change) {
                  case PERSISTED -> ink.good(text);
                  case DEAD_LETTERED, FELL_BACK, OVERDUE, CANCELLED, DEFERRED, DROPPED, IGNORED ->
                      ink.warning(text);
                  case STORED,
                      ACCEPTED,
                      REPEATED,
                      REPLAYED,
                      CLAIMED,
                      ASKED,
                      CALLED,
                      OUTCOME_STORED,
                      PUBLISHED ->
                      text;
                })
        .orElse(text);
  }
}
