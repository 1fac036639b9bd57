package navigator.local.demo;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import navigator.local.path.Durations;
import navigator.local.path.RequestPath;
import navigator.local.path.Stage;
import navigator.local.terminal.Ink;

/** Prints what was asked, what came of it, and how long each stage took. */
public final class Summary {

  private static final int TEXT_WIDTH = 96;
  private static final int REPLY_LINES = 2;

  private final PrintWriter out;
  private final Ink ink;

  /** A summary that is printed to a stream. */
  public Summary(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  void questions(List<Question> questions) {
    questions.forEach(question -> out.println("  " + label(question) + " " + text(question)));
    out.println();
  }

  private String text(Question question) {
    String text = "%-11s %-50s ".formatted(question.role().wireName(), question.text());
    if (question.fallback().isPresent()) {
      return text + ink.dim("Bedrock refuses it for good");
    }
    return question
        .follows()
        .map(first -> text + ink.dim("the next turn of " + first))
        .orElse(text.stripTrailing());
  }

  void replies(List<Asked> asked) {
    out.println();
    for (Asked one : asked) {
      List<String> lines = Wrapping.of(reply(one), TEXT_WIDTH, REPLY_LINES);
      out.println("  " + label(one.question()) + " " + lines.getFirst());
      lines.stream().skip(1).forEach(line -> out.println("    " + line));
    }
  }

  void stages(List<Asked> asked, PathFeed feed) {
    out.println();
    String stages = Arrays.stream(Stage.values()).map(s -> pad(s.label())).collect(joining());
    out.println(ink.dim("    status     " + stages + "   tokens in+out"));
    for (Asked one : asked) {
      if (one instanceof Asked.Ended ended) {
        out.println(row(ended, feed.path(ended.request().requestId())));
      }
    }
  }

  /** Each check, and what was found. */
  public void checks(List<Check> checks) {
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

  private static String reply(Asked asked) {
    return switch (asked) {
      case Asked.Unanswered(var _, String reason) -> reason;
      case Asked.Ended(var _, RequestObject request) ->
          request.message() == null ? "(no reply)" : request.message();
    };
  }

  private String label(Question question) {
    return ink.numbered(question.label().charAt(0) - 'A', question.label());
  }

  private static String pad(String text) {
    return String.format(Locale.ROOT, "%10s", text);
  }
}
