package navigator.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import navigator.bench.machine.Machine;
import navigator.bench.replay.aws.Findings;
import navigator.ops.replay.ReplayCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayResultTest {

  private static final ReplayCounts ALL = new ReplayCounts(20, 20, 0, 20, 0, 0);
  private static final Findings GOOD = new Findings(20, 0, 3, 3, 0, 0, 1);
  private static final ReplayResult RESULT = result(times(20, 20, 0), ALL, GOOD);

  @TempDir private Path folder;

  @Test
  void duplicatesThatTheClaimDroppedAreNoFault() {
    assertThat(RESULT.faults()).isEmpty();
  }

  @Test
  void whatIsLostOrDoneTwiceOrCountedWronglyIsAFault() {
    assertFault("lost: 1 ", times(20, 20, 0), ALL, new Findings(20, 1, 0, 0, 0, 0, 0));
    assertFault("answered, as counted", times(20, 20, 0), ALL, new Findings(19, 0, 0, 0, 0, 0, 0));
    assertFault("effective twice: 2 ", times(20, 20, 0), ALL, new Findings(20, 0, 0, 0, 2, 0, 0));
    assertFault("left in the queue", times(20, 20, 0), ALL, new Findings(20, 0, 0, 0, 0, 1, 0));
    assertFault("pages", times(19, 20, 0), ALL, GOOD);
    assertFault("groups", times(20, 21, 0), ALL, GOOD);
    assertFault("scans", times(20, 20, 1), ALL, GOOD);
    assertFault("the replay", times(20, 20, 0), new ReplayCounts(20, 20, 0, 19, 0, 0), GOOD);
    assertFault("matched", times(20, 20, 0), new ReplayCounts(21, 20, 0, 20, 0, 0), GOOD);
    assertFault("sent", times(20, 20, 0), new ReplayCounts(20, 19, 0, 20, 0, 0), GOOD);
  }

  @Test
  void theTableTellsTimesCountsAndFaults() {
    assertThat(ReplayTable.of(RESULT))
        .anyMatch(line -> line.startsWith("the first page") && line.endsWith("8"))
        .anyMatch(line -> line.startsWith("after which it stood still") && line.endsWith("30.1 s"))
        .noneMatch(line -> line.contains("WRONG"));
    ReplayResult wrong = result(times(20, 20, 0), ALL, new Findings(20, 1, 0, 0, 0, 0, 0));
    assertThat(ReplayTable.of(wrong)).contains("WRONG: lost: 1 instead of 0");
  }

  @Test
  void aStandstillEndsWithTheNextKill() {
    var progress = List.of(new Progress(1, 1, 0, 0), new Progress(9, 2, 0, 0));

    var run = new ReplayResult.Run(10, List.of(2.0, 5.0), progress);

    assertThat(run.standstills()).containsExactly(3.0, 4.0);
  }

  @Test
  void whatIsWrittenIsAsTheSchemaSays() throws IOException {
    Path file = folder.resolve("replay.json");
    RESULT.write(file);

    assertThat(faults(Files.readString(file))).isEmpty();
    assertThat(faults("{\"requests\": 0}")).isNotEmpty();
    assertThat(Files.readString(folder.resolve("replay.svg")))
        .startsWith("<svg")
        .contains(">answered<", ">driver killed<", ">seconds<");
  }

  @Test
  void publishedResultsAreAsTheSchemaSays() throws IOException {
    assertThat(faults(Files.readString(Path.of("results", "replay.json")))).isEmpty();
  }

  private static void assertFault(
      String what, ReadTimes times, ReplayCounts counts, Findings findings) {
    assertThat(result(times, counts, findings).faults()).singleElement().asString().contains(what);
  }

  private static ReplayResult result(ReadTimes times, ReplayCounts counts, Findings findings) {
    List<Progress> progress =
        List.of(
            new Progress(0, 0, 0, 0),
            new Progress(5.5, 20, 10, 10),
            new Progress(35.6, 20, 11, 11),
            new Progress(39.9, 20, 20, 20));
    return new ReplayResult(
        new ReplaySizes(20, 1),
        7,
        times,
        new ReplayResult.Run(40, List.of(5.0), progress),
        counts,
        findings,
        new Machine(0.5, 1));
  }

  private static ReadTimes times(long listed, long grouped, long scans) {
    return new ReadTimes(
        2,
        new ReadTimes.Reading(8, 8),
        new ReadTimes.Reading(300, 80),
        new ReadTimes.Reading(100, 8),
        listed,
        grouped,
        scans);
  }

  private static List<String> faults(String json) throws IOException {
    var schema = Files.readString(Path.of("results", "replay.schema.json"));
    return SchemaRegistry.withDialect(Dialects.getDraft202012(), _ -> {})
        .getSchema(schema, InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
