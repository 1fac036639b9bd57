package navigator.bench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import navigator.bench.machine.Machine;
import navigator.bench.replay.aws.Findings;
import navigator.bench.report.ResultFile;
import navigator.ops.replay.ReplayCounts;

/**
 * All that one run measured.
 *
 * @param run the replay
 * @param counts as the replay has them
 * @param findings as they are
 * @param machine during the whole
 */
public record ReplayResult(
    ReplaySizes sizes,
    long seed,
    ReadTimes times,
    Run run,
    ReplayCounts counts,
    Findings findings,
    Machine machine) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final MathContext DIGITS = new MathContext(4);

  /**
   * How a replay went.
   *
   * @param seconds from its start to its end
   * @param killedAt when its driver was killed, in seconds
   * @param progress each time that something was done, but half a second apart at least
   */
  record Run(double seconds, List<Double> killedAt, List<Progress> progress) {

    /** The longest time after each kill, and before the next, in which nothing was done. */
    List<Double> standstills() {
      List<Double> longest = new ArrayList<>();
      for (int i = 0; i < killedAt.size(); i++) {
        double until = i + 1 < killedAt.size() ? killedAt.get(i + 1) : seconds;
        longest.add(standstill(killedAt.get(i), until));
      }
      return longest;
    }

    private double standstill(double from, double until) {
      double longest = 0;
      double last = from;
      for (Progress each : progress) {
        if (each.seconds() > from && each.seconds() < until) {
          longest = Math.max(longest, each.seconds() - last);
          last = each.seconds();
        }
      }
      return Math.max(longest, until - last);
    }
  }

  /** What is not as it should be; empty if nothing was lost and nothing was effective twice. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    long requests = sizes.requests();
    require(faults, "lost", findings.lost(), 0);
    require(faults, "effective twice", findings.effectiveTwice(), 0);
    require(faults, "left in the queue", findings.leftInQueue(), 0);
    require(faults, "answered, as counted in the table", findings.answered(), requests);
    require(faults, "answered, as the replay counts", counts.answered(), requests);
    require(faults, "matched, as the replay counts", counts.matched(), requests);
    require(faults, "sent, as the replay counts", counts.sent(), requests);
    require(faults, "on the pages of the list", times.listed(), requests);
    require(faults, "in the groups", times.grouped(), requests);
    require(faults, "scans", times.scans(), 0);
    return List.copyOf(faults);
  }

  private static void require(List<String> faults, String what, long found, long expected) {
    if (found != expected) {
      faults.add("%s: %,d instead of %,d".formatted(what, found, expected));
    }
  }

  /** Writes it, and a chart beside it. */
  public void write(Path file) throws IOException {
    try {
      ResultFile.write(file, JSON.writeValueAsString(json()) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree is always JSON", e);
    }
    ResultFile.write(new ResultFile(file).beside(".svg"), ReplayChart.svg(run));
  }

  ObjectNode json() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("requests", sizes.requests()).put("kills", sizes.kills()).put("seed", seed);
    number(all, "busy", machine.busy());
    number(all, "timer_lag_ms", machine.timerLag());
    number(all, "query_ms", times.queryMillis());
    reading(all.putObject("first_page"), times.firstPage());
    reading(all.putObject("all_pages"), times.allPages());
    reading(all.putObject("groups"), times.groups());
    all.put("listed", times.listed()).put("grouped", times.grouped()).put("scans", times.scans());
    replay(all.putObject("replay"));
    ObjectNode counted = all.putObject("counted");
    counted.put("answered", findings.answered()).put("lost", findings.lost());
    counted.put("sent_more_than_once", findings.sentAgain()).put("dropped", findings.dropped());
    counted.put("effective_more_than_once", findings.effectiveTwice());
    counted.put("left_in_queue", findings.leftInQueue()).put("faults", findings.faults());
    return all;
  }

  private void replay(ObjectNode into) {
    number(into, "seconds", run.seconds());
    numbers(into.putArray("killed_at_seconds"), run.killedAt());
    numbers(into.putArray("stood_still_seconds"), run.standstills());
    counts.named().forEach(into::put);
    ArrayNode progress = into.putArray("progress");
    for (Progress each : run.progress()) {
      ObjectNode row = progress.addObject();
      number(row, "seconds", each.seconds());
      row.put("matched", each.matched()).put("sent", each.sent()).put("ended", each.ended());
    }
  }

  private void reading(ObjectNode into, ReadTimes.Reading reading) {
    number(into, "ms", reading.millis());
    number(into, "in_queries", reading.inQueries(times.queryMillis()));
    into.put("queries", reading.queries());
  }

  private static void numbers(ArrayNode into, List<Double> values) {
    values.forEach(value -> into.add(rounded(value)));
  }

  private static void number(ObjectNode into, String name, double value) {
    into.put(name, rounded(value));
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros();
  }
}
