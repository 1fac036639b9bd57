package navigator.local.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/**
 * Runs that were done, a JSON line each with the code that it was made on, so that a series can be
 * gone on with.
 */
public final class RunRecord {

  /** What the lines of this class hold; another number is another's. */
  private static final int FORMAT = 2;

  private static final JsonMapper JSON = new JsonMapper();

  private final String code;
  private final Optional<Path> file;
  private final List<JsonNode> runs = new ArrayList<>();

  private RunRecord(String code, Optional<Path> file) {
    this.code = code;
    this.file = file;
  }

  /**
   * Keeps nothing when the process ends.
   *
   * @param code which version of the code runs
   */
  public static RunRecord none(String code) {
    return new RunRecord(code, Optional.empty());
  }

  /**
   * Goes on with a file, or begins it.
   *
   * @param code which version of the code runs
   * @throws RefusedRecordException if a line of the file is not of this format, naming it
   */
  public static RunRecord in(Path file, String code) throws IOException {
    var record = new RunRecord(code, Optional.of(file));
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      for (int number = 1; number <= lines.size(); number++) {
        record.runs.add(read(lines.get(number - 1), "%s, line %d".formatted(file, number)));
      }
    }
    return record;
  }

  private static JsonNode read(String line, String where) {
    JsonNode run;
    try {
      run = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new RefusedRecordException(where + " is not JSON: name another file", e);
    }
    // The first format did not say so.
    int format = run.path("format").asInt(1);
    if (format != FORMAT) {
      throw new RefusedRecordException(
          "%s is a run in format %d, this command goes on with format %d: name another file"
              .formatted(where, format, FORMAT));
    }
    return run;
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

  private JsonNode line(ChaosResult result) {
    var verdict = result.verdict();
    var line = JSON.createObjectNode().put("format", FORMAT).put("code", code);
    line.put("seed", result.seed());
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
    var operated = line.putObject("operators");
    result.operated().forEach(operated::put);
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
    lines.add(
        "  seed  accepted completed fallback again overdue_ms  req/s replays discarded broken"
            + " code");
    for (JsonNode run : runs) {
      lines.add(
          "%6d %9d %9d %8d %5d %10d %6.1f %7d %9d %6d %s"
              .formatted(
                  run.path("seed").asLong(),
                  run.path("accepted").asInt(),
                  run.path("completed").asInt(),
                  run.path("fallback").asInt(),
                  run.path("bought_again").asInt(),
                  run.path("overdue_ms").asInt(),
                  run.path("per_second").asDouble(),
                  run.path("operators").path("replays started").asInt(),
                  run.path("operators").path("discarded").asInt(),
                  breaches(run),
                  run.path("code").asText()));
    }
    return lines;
  }
}
