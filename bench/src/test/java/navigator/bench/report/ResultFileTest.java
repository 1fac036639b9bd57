package navigator.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

  @TempDir private Path folder;

  @Test
  void whatIsKeptIsThereForTheNextRunAndNotFinished() throws IOException {
    var file = new ResultFile(folder.resolve("new/results.json"));
    assertThat(file.begun()).isEmpty();

    file.keep(List.of(row(1)));
    file.keep(List.of(row(1), row(2)));

    assertThat(new ResultFile(file.path()).begun()).containsExactly(row(1), row(2));
    assertThat(file.finished()).isEmpty();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void whatIsFinishedTakesThePlaceOfWhatWas() throws IOException {
    var file = new ResultFile(folder.resolve("results.json"));
    Files.writeString(file.path(), "[]");

    file.keep(List.of(row(1)));
    file.finish();

    assertThat(file.finished()).containsExactly(row(1));
    assertThat(file.begun()).isEmpty();
  }

  @Test
  void aFileThatIsNoListIsNamed() throws IOException {
    var file = new ResultFile(folder.resolve("results.json"));
    for (var text : List.of("{}", "nonsense")) {
      Files.writeString(file.path(), text);

      assertThatIOException().isThrownBy(file::finished).withMessageContaining("results.json");
    }
  }

  @Test
  void filesBesideItShareItsName() {
    var file = new ResultFile(folder.resolve("throttling.json"));

    assertThat(file.beside(".svg")).isEqualTo(folder.resolve("throttling.svg"));
    assertThat(new ResultFile(folder.resolve("out")).beside(".svg"))
        .isEqualTo(folder.resolve("out.svg"));
  }

  private static JsonNode row(int number) {
    return JsonNodeFactory.instance.objectNode().put("number", number);
  }
}
