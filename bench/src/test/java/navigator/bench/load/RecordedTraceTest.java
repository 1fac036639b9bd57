package navigator.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import navigator.bench.load.RecordedTrace.InvalidTraceException;
import navigator.bench.load.RecordedTrace.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTraceTest {

  private static final String HEADER = "TIMESTAMP,ContextTokens,GeneratedTokens";

  @TempDir private Path folder;

  @Test
  void aRecordingIsReadWithTheTimesSinceItsBeginning() throws Exception {
    var rows =
        read(HEADER, "2023-11-16 18:15:46.6805900,374,44", "2023-11-16 18:15:50.9305900,396,109");

    assertThat(rows).containsExactly(new Row(0, 374, 44), new Row(4.25, 396, 109));
  }

  @Test
  void whatIsNoRecordingIsToldByItsLine() {
    assertRefused("line 1 of", "A,B,C");
    assertRefused("line 2 of", HEADER, "2023-11-16 18:15:46,1,2,3");
    assertRefused("line 2 of", HEADER, "yesterday,1,2");
    assertRefused("line 3 of", HEADER, "2023-11-16 18:15:46,1,2", "2023-11-16 18:15:47,0,2");
    assertRefused("earlier", HEADER, "2023-11-16 18:15:46,1,2", "2023-11-16 18:15:45,1,2");
    assertRefused("fewer than two", HEADER, "2023-11-16 18:15:46,1,2");
  }

  @Test
  void thinningTakesRowsEvenlyAtOneASecond() {
    var rows = List.of(row(0), row(2), row(4), row(6), row(8), row(10), row(12), row(18));

    var thinned = RecordedTrace.thinned(rows, 4);

    assertThat(thinned).extracting(Row::input).containsExactly(1, 5, 9, 13);
    assertThat(thinned).extracting(Row::at).containsExactly(0.0, 1.0, 2.0, 3.0);
  }

  @Test
  void whatIsShortIsNotThinned() {
    assertThat(RecordedTrace.thinned(List.of(row(0), row(5)), 600)).hasSize(2);
  }

  private static Row row(int at) {
    return new Row(at, at + 1, 1);
  }

  private void assertRefused(String why, String... lines) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(InvalidTraceException.class)
        .hasMessageContaining(why);
  }

  private List<Row> read(String... lines) throws IOException, InvalidTraceException {
    return RecordedTrace.read(Files.write(folder.resolve("trace.csv"), List.of(lines)));
  }
}
