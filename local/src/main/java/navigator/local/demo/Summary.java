package navigator.local.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import navigator.local.path.Durations;
import navigator.local.path.RequestPath;
import navigator.local.path.Stage;
import navigator.local.terminal.Ink;

/** Prints what was asked, what came of it, and how long each stage took. */
final class Summary {

  private static final int TEXT_WIDTH = 92;

  private final PrintWriter out;
  private final Ink ink;

  Summary(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  void questions(List<Question> questions) {
    for (Question question : questions) {
      String note = question.follows().map(first -> "the next turn of " + first).orElse("");
      if (question.fallback().isPresent()) {
        note = "Bedrock refuses this one";
      }
      out.println(
          "  %s %-11s %-50s %s"
              .formatted(
                  label(question), question.role().wireName(), question.text(), ink.dim(note)));
    }
    out.println();
  }

  void replies(List<Asked> asked) {
    out.println();
    for (Asked one : asked) {
      out.println("  " + label(one.question()) + " " + reply(one));
    }
  }

  void stages(List<Asked> asked, PathFeed feed) {
    out.println();
    List<String> header = new ArrayList<>(List.of("    status     "));
    for (Stage stage : Stage.values()) {
      header.add(pad(stage.label()));
    }
    out.println(ink.dim(String.join("", header) + "   tokens in+out"));
    for (Asked one : asked) {
      if (one instanceof Asked.Ended ended) {
        out.println(row(ended, feed.path(ended.request().requestId())));
      }
    }
  }

  void checks(List<Check> checks) {
    out.println();
    for (Check check : checks) {
      String mark = check.kept() ? ink.good("ok    ") : ink.bad("FAILED");
      out.println("  " + mark + " " + check.promise() + ink.dim(": " + check.evidence()));
    }
    out.flush();
  }

  private String row(Asked.Ended ended, RequestPath path) {
    RequestObject request = ended.request();
    StringBuilder row = new StringBuilder("  ").append(label(ended.question())).append(' ');
    String status = "%-11s".formatted(request.status().wireName());
    row.append(request.status() == Status.COMPLETED ? ink.good(status) : ink.warning(status));
    for (Stage stage : Stage.values()) {
      row.append(pad(path.took(stage).map(Durations::text).orElse("-")));
    }
    return row.append(tokens(request)).toString();
  }

  private static String tokens(RequestObject request) {
    var usage = request.usage();
    return usage == null ? "" : "   %d+%d".formatted(usage.inputTokens(), usage.outputTokens());
  }

  private String reply(Asked asked) {
    return switch (asked) {
      case Asked.Unanswered(var _, String reason) -> ink.bad(reason);
      case Asked.Ended(var _, RequestObject request) -> {
        String text = request.message() == null ? "" : request.message();
        String line = text.strip().replaceAll("\\s+", " ");
        yield line.length() <= TEXT_WIDTH ? line : line.substring(0, TEXT_WIDTH) + "…";
      }
    };
  }

  private String label(Question question) {
    return ink.numbered(question.label().charAt(0) - 'A', question.label());
  }

  private static String pad(String text) {
    return String.format(Locale.ROOT, "%10s", text);
  }
}
