package navigator.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import navigator.local.chaos.check.Promise;

/** Runs that were done, a JSON line each, so that a series can be gone on with. */
public final class RunRecord {

  private static final JsonMapper JSON = new JsonMapper();

  private final Optional<Path> file;
  private final List<JsonNode> runs = new ArrayList<>();

  private RunRecord(Optional<Path> file) {
    this.file = file;
  }

  /** Keeps nothing when the process ends. */
  public static RunRecord none() {
    return new RunRecord(Optional.empty());
  }

  /** Goes on with a file, or begins it. */
  public static RunRecord in(Path file) throws IOException {
    var record = new RunRecord(Optional.of(file));
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        record.runs.add(JSON.readTree(line));
      }
    }
    return record;
  }

  /** Whether the run of a seed is done. */
  public boolean has(long seed) {
    return runs.stream().anyMatch(run -> run.path("seed").asLong() == seed);
  }

  public void add(ChaosResult result) throws IOException {
    var line = line(result);
    runs.add(line);
    if (file.isPresent()) {
      Files.writeString(
          file.get(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  private static JsonNode line(ChaosResult result) {
    var verdict = result.verdict();
    var line = JSON.createObjectNode().put("seed", result.seed());
    line.put("accepted", verdict.accepted());
    line.put("completed", verdict.with("completed")).put("fallback", verdict.with("fallback"));
    line.put("cancelled", verdict.with("cancelled"));
    line.put("bought_again", verdict.boughtAgain()).put("model_calls", result.modelCalls());
    line.put("overdue_ms", verdict.oldestOverdue().toMillis());
    line.put("seconds", result.took().toSeconds()).put("per_second", result.perSecond());
    var broken = line.putObject("broken");
    for (Promise promise : Promise.values()) {
      broken.put(promise.label(), verdict.count(promise));
    }
    var injected = line.putObject("injected");
    result.injected().forEach((kind, count) -> injected.put(kind.label(), count));
    return line;
  }

  /** Whether no run broke a promise. */
  public boolean allClean() {
    return runs.stream().allMatch(run -> breaches(run) == 0);
  }

  private static int breaches(JsonNode run) {
    return run.path("broken").valueStream().mapToInt(JsonNode::asInt).sum();
  }

  /** All runs, a line each; nothing for a single one. */
  public List<String> table() {
    if (runs.size() < 2) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add("  seed  accepted completed fallback again overdue_ms  req/s broken");
    for (JsonNode run : runs) {
      lines.add(
          "%6d %9d %9d %8d %5d %10d %6.1f %6d"
              .formatted(
                  run.path("seed").asLong(),
                  run.path("accepted").asInt(),
                  run.path("completed").asInt(),
                  run.path("fallback").asInt(),
                  run.path("bought_again").asInt(),
                  run.path("overdue_ms").asInt(),
                  run.path("per_second").asDouble(),
                  breaches(run)));
    }
    return lines;
  }
}
