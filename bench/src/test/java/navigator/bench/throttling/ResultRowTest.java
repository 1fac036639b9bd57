package navigator.bench.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import navigator.bench.report.ResultFile;
import org.junit.jupiter.api.Test;

class ResultRowTest {

  private static final Path RESULTS = Path.of("results");

  @Test
  void everyScenarioAndApproachIsAsTheSchemaSays() throws IOException {
    var all = JsonNodeFactory.instance.arrayNode();
    for (var scenario : Scenario.values()) {
      for (var approach : Approach.values()) {
        all.add(Rows.row(scenario, approach, 600).json());
        all.add(Rows.row(scenario, approach, 600, 60, OptionalDouble.of(12)).json());
      }
    }

    assertThat(faults(all.toString())).isEmpty();
    assertThat(faults("[{\"scenario\": \"other\"}]")).isNotEmpty();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    var row = Rows.row(Scenario.STEP, Approach.FIXED, 600, 10, OptionalDouble.of(12.5));

    assertThat(ResultRow.of(row.json())).isEqualTo(row);
  }

  @Test
  void aRowWithoutAFieldIsRefusedByItsName() {
    var json = Rows.row(Scenario.STEP, Approach.FIXED, 600).json();
    json.remove("waste");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResultRow.of(json))
        .withMessageContaining("waste");
  }

  @Test
  void theResultsThatAreKeptAreAsTheSchemaSays() throws IOException {
    var kept = RESULTS.resolve("throttling.json");
    if (Files.exists(kept)) {
      assertThat(faults(Files.readString(kept))).isEmpty();
      assertThat(new ResultFile(kept).finished().stream().map(ResultRow::of)).isNotEmpty();
    }
  }

  private static List<String> faults(String json) throws IOException {
    var schema = Files.readString(RESULTS.resolve("throttling.schema.json"));
    return SchemaRegistry.withDialect(Dialects.getDraft202012(), _ -> {})
        .getSchema(schema, InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
