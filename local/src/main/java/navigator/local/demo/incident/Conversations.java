package navigator.local.demo.incident;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import navigator.contracts.Status;
import navigator.local.demo.Wrapping;
import navigator.local.terminal.Ink;

/** Shows the state of every turn, a conversation a line, as GET told it. */
final class Conversations {

  private static final int WIDTH = 94;
  private static final int MOST_LINES = 2;

  private final PrintWriter out;
  private final Ink ink;

  Conversations(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  void print(List<Case> cases) {
    cases.stream()
        .collect(groupingBy(one -> one.inquiry().conversation(), TreeMap::new, toList()))
        .values()
        .forEach(turns -> out.println(row(turns)));
    out.flush();
  }

  /** What somebody reads instead of an answer, or as one. */
  void printReply(Case one) {
    String reply = one.now().message() == null ? "(no reply)" : one.now().message();
    out.println();
    out.println(
        "  %s reads in %s, as the reply to \"%s\":"
            .formatted(one.inquiry().person(), one.inquiry().conversation(), one.inquiry().text()));
    Wrapping.of(reply, WIDTH, MOST_LINES).forEach(line -> out.println("    " + ink.dim(line)));
    out.flush();
  }

  private String row(List<Case> turns) {
    Inquiry first = turns.getFirst().inquiry();
    return "  %s %-4s  ".formatted(first.conversation(), first.person())
        + turns.stream().map(this::state).collect(joining("  "));
  }

  private String state(Case one) {
    String state =
        "%-27s"
            .formatted(
                one.now().fallback() == null
                    ? one.now().status().wireName()
                    : "fallback: " + one.now().fallback().reason().wireName());
    return one.now().status() == Status.COMPLETED ? ink.good(state) : ink.warning(state);
  }
}
