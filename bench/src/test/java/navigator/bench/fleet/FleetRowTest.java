package navigator.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FleetRowTest {

  private static final List<FleetRow> ROWS =
      List.of(
          row(FleetCase.paced(3, 60, 1_200), OptionalDouble.of(0.99)),
          row(FleetCase.paced(1_000, 60_000, 600_000), OptionalDouble.of(0.5)),
          row(FleetCase.troubled(3, 60, 600, Trouble.OUTAGE), OptionalDouble.empty()));

  @Test
  void rowsAreAsTheSchemaSays() throws IOException {
    var all = JsonNodeFactory.instance.arrayNode();
    ROWS.forEach(row -> all.add(row.json(1)));

    assertThat(faults(all.toString())).isEmpty();
    assertThat(faults("[{\"trouble\": \"other\"}]")).isNotEmpty();
  }

  @Test
  void publishedResultsAreAsTheSchemaSays() throws IOException {
    String published = Files.readString(Path.of("results", "fleet.json"));

    assertThat(faults(published)).isEmpty();
  }

  @Test
  void theTableHasALineForEachRow() {
    var lines = FleetTable.of(ROWS);

    assertThat(lines).hasSize(4);
    assertThat(lines.get(2)).contains("60,000", "1,000", "0.500");
    assertThat(lines.getLast()).contains(" - ").endsWith("model down for 3 min: 12 calls in it");
  }

  @Test
  void theChartHasTheRowsInWhichOnlyTheSizeIsSpecial() {
    assertThat(FleetChart.svg(ROWS)).contains(">used<", ">asked for<", ">writes a second<");
    assertThat(FleetChart.svg(ROWS)).isEqualTo(FleetChart.svg(ROWS.subList(0, 2)));
  }

  private static FleetRow row(FleetCase what, OptionalDouble share) {
    return new FleetRow(what, 1, share, 0.001, share, 1.2, 1.1, 1.1, 30, 0, 3, 0, 12);
  }

  private static List<String> faults(String json) throws IOException {
    var schema = Files.readString(Path.of("results", "fleet.schema.json"));
    return SchemaRegistry.withDialect(Dialects.getDraft202012(), _ -> {})
        .getSchema(schema, InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
