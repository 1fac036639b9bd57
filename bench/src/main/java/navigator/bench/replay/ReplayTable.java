package navigator.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import navigator.bench.replay.aws.Findings;
import navigator.bench.report.TextTable;

/** Results for people. */
public final class ReplayTable {

  private ReplayTable() {}

  /** What operators wait for, then the replay, then what is wrong. */
  public static List<String> of(ReplayResult result) {
    List<String> lines = new ArrayList<>(reads(result.times(), result.sizes().requests()));
    lines.add("");
    lines.addAll(replay(result));
    if (result.machine().isTooBusy()) {
      lines.add("the machine was %s busy".formatted(percent(result.machine().busy())));
    }
    result.faults().forEach(fault -> lines.add("WRONG: " + fault));
    return List.copyOf(lines);
  }

  private static List<String> reads(ReadTimes times, int requests) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("of %,d dead letters".formatted(requests), "time", "x one query", "queries"));
    lines.add(reading("the first page", times.firstPage(), times));
    lines.add(reading("all pages", times.allPages(), times));
    lines.add(reading("groups", times.groups(), times));
    lines.add(List.of("one query", millis(times.queryMillis()), "1.0", "1"));
    return new TextTable(1, lines).text();
  }

  private static List<String> reading(String name, ReadTimes.Reading reading, ReadTimes times) {
    return List.of(
        name,
        millis(reading.millis()),
        number(reading.inQueries(times.queryMillis())),
        "%,d".formatted(reading.queries()));
  }

  private static List<String> replay(ReplayResult result) {
    Findings findings = result.findings();
    ReplayResult.Run run = result.run();
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("replayed in", number(run.seconds()) + " s"));
    lines.add(List.of("its driver killed", "%d times".formatted(run.killedAt().size())));
    lines.add(List.of("after which it stood still", seconds(run.standstills())));
    lines.add(List.of("matched", "%,d".formatted(result.counts().matched())));
    lines.add(List.of("sent", "%,d".formatted(result.counts().sent())));
    lines.add(List.of("answered", "%,d".formatted(findings.answered())));
    lines.add(List.of("lost", "%,d".formatted(findings.lost())));
    lines.add(List.of("sent more than once", "%,d".formatted(findings.sentAgain())));
    lines.add(List.of("dropped by the claim", "%,d".formatted(findings.dropped())));
    lines.add(List.of("effective more than once", "%,d".formatted(findings.effectiveTwice())));
    return new TextTable(1, lines).text();
  }

  private static String seconds(List<Double> times) {
    return times.isEmpty()
        ? "-"
        : times.stream().map(ReplayTable::number).collect(Collectors.joining(", ", "", " s"));
  }

  private static String millis(double value) {
    return number(value) + " ms";
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }
}
