package navigator.infra;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @Test
  void aMissingArchiveIsToldWithTheCommandThatBuildsIt(@TempDir Path project) {
    assertThatThrownBy(() -> Archive.PERSISTENCE.code(project))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("persistence-function.zip is missing")
        .hasMessageContaining("mvn -pl persistence-function -am package");
  }
}
