package navigator.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.local.chaos.check.Promise;
import navigator.local.chaos.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

  @TempDir private Path directory;

  private static ChaosResult result(long seed, Map<Promise, List<String>> broken) {
    return new ChaosResult(
        seed,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Map.of(Kind.KILLED, 3),
        40,
        Map.of("replays started", 5, "discarded", 2),
        new Verdict(30, 0, Map.of(), Map.of(), Map.of(), 0, Duration.ZERO, broken));
  }

  private Path file() {
    return directory.resolve("runs.jsonl");
  }

  @Test
  void seriesIsGoneOnWithByTheSeedsThatAreDone() throws IOException {
    RunRecord.in(file(), "abc").add(result(7, Map.of()));

    RunRecord again = RunRecord.in(file(), "def");

    assertThat(again.has(7)).isTrue();
    assertThat(again.has(8)).isFalse();
    assertThat(again.allClean()).isTrue();
  }

  @Test
  void recordSaysOnWhatCodeARunWasMadeAndWhatOperatorsDid() throws IOException {
    RunRecord.in(file(), "abc").add(result(7, Map.of()));
    RunRecord record = RunRecord.in(file(), "def");
    record.add(result(8, Map.of(Promise.UNDONE, List.of("r"))));

    assertThat(Files.readString(file())).contains("\"code\":\"abc\"", "\"replays started\":5");
    assertThat(record.table().get(1)).matches(" *7 .* 5 +2 +0 abc");
    assertThat(record.table().get(2)).matches(" *8 .* 5 +2 +1 def");
    assertThat(record.allClean()).isFalse();
  }

  @Test
  void runOfAnOlderFormatIsRefusedByItsLine() throws IOException {
    RunRecord.in(file(), "abc").add(result(7, Map.of()));
    Files.writeString(file(), Files.readString(file()) + "{\"seed\":8,\"accepted\":30}\n");

    assertThatThrownBy(() -> RunRecord.in(file(), "abc"))
        .isInstanceOf(RefusedRecordException.class)
        .hasMessageContaining("line 2 is a run in format 1");
  }

  @Test
  void lineThatIsNoJsonIsRefusedByItsNumber() throws IOException {
    Files.writeString(file(), "a series of mine\n");

    assertThatThrownBy(() -> RunRecord.in(file(), "abc"))
        .isInstanceOf(RefusedRecordException.class)
        .hasMessageContaining("line 1 is not JSON");
  }
}
