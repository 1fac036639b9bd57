package navigator.bench.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import navigator.bench.machine.Machine;
import navigator.bench.report.TextTable;

/** Results for people. */
public final class ResultTables {

  private ResultTables() {}

  /** Everything. */
  public static List<String> of(PipelineResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Times of %d requests one after the other; the model takes %d ms; %s"
            .formatted(
                result.times().submit().sorted().size(),
                Asking.MODEL.toMillis(),
                machine(result.times().machine())));
    lines.addAll(times(result.times()));
    lines.add("");
    lines.add(
        "One environment of each function, %d requests; %s"
            .formatted(result.sizes().saturating(), machine(result.rates().machine())));
    lines.addAll(rates(result.rates()));
    lines.add("");
    Conversations.Result held = result.conversations();
    lines.add(
        "AWS calls in %d conversations, %d requests; each polled for %d times"
            .formatted(held.consumption().conversations(), held.requests(), Conversations.POLLS));
    lines.addAll(calls("a request", held.calls(), held.requests()));
    lines.add("");
    lines.addAll(calls("a minute, idle", held.idle(), held.seconds() / 60));
    lines.add("");
    lines.addAll(CostTable.of(result));
    lines.add(
        "Model calls of %d s are assumed for Lambda, and one message an invocation."
            .formatted(Conversations.REAL_MODEL.toSeconds()));
    lines.add("");
    lines.add("All in all " + machine(result.machine()));
    return lines;
  }

  private static List<String> times(Timing.Result times) {
    double unit = times.transaction().p50();
    double slow = times.transaction().p99();
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "p50 ms", "p99 ms", "p50 / transaction's", "p99 / transaction's"));
    lines.add(line("submit", times.submit(), unit, slow));
    lines.add(line("accepted to completed, without the model", times.added(), unit, slow));
    lines.add(line("a transaction of three items", times.transaction(), unit, slow));
    return new TextTable(1, lines).text();
  }

  private static List<String> line(String name, Percentiles values, double unit, double slow) {
    return List.of(
        name,
        number(values.p50(), 1),
        number(values.p99(), 1),
        number(values.p50() / unit, 1),
        number(values.p99() / slow, 1));
  }

  private static List<String> rates(Saturation.Result rates) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("function", "requests a second", ""));
    rates
        .perSecond()
        .forEach(
            (way, rate) ->
                lines.add(
                    List.of(
                        way.word(),
                        number(rate, 1),
                        way == Way.INFERENCE
                            ? "the model's time included, %s messages a batch"
                                .formatted(number(rates.batch(), 1))
                            : "")));
    return new TextTable(1, lines).text();
  }

  private static List<String> calls(String unit, Calls calls, double of) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("caller", "service", "action", unit));
    calls
        .inOrder()
        .forEach(
            each ->
                lines.add(
                    List.of(
                        each.getKey().caller(),
                        each.getKey().service().signingName(),
                        each.getKey().action(),
                        number(each.getValue().count() / of, 2))));
    return new TextTable(3, lines).text();
  }

  private static String machine(Machine machine) {
    return "busy %s, timers %s ms late%s"
        .formatted(
            number(machine.busy(), 2),
            number(machine.timerLag(), 1),
            machine.isTooBusy() ? ": too busy for times to say much" : "");
  }

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
