package navigator.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import navigator.local.gateway.SampleStack;
import navigator.local.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  private static final Topology TOPOLOGY = SampleStack.topology(URI.create("http://127.0.0.1:1"));

  @TempDir private Path parent;

  @Test
  void theSameKeySignsInEveryRun() throws IOException {
    String first;
    try (var data = DataDirectory.claim(directory())) {
      data.open(TOPOLOGY);
      first = data.signingKey().getKeyID();
      data.complete();
    }
    try (var data = DataDirectory.claim(directory())) {
      assertThat(data.signingKey().getKeyID()).isEqualTo(first);
    }
  }

  @Test
  void whatAFirstStartLeftHalfDoneIsMadeAnew() throws IOException {
    String first;
    try (var data = DataDirectory.claim(directory())) {
      data.open(TOPOLOGY);
      first = data.signingKey().getKeyID();
    }
    try (var data = DataDirectory.claim(directory())) {
      assertThat(data.signingKey().getKeyID()).isNotEqualTo(first);
    }
  }

  @Test
  void dataThatHasLostItsDescriptionIsNotTakenForUnfinished() throws IOException {
    try (var data = DataDirectory.claim(directory())) {
      data.open(TOPOLOGY);
      data.signingKey();
      data.complete();
    }
    Files.delete(directory().resolve("navigator.json"));

    assertThatThrownBy(() -> DataDirectory.claim(directory()))
        .isInstanceOf(RefusedDirectoryException.class)
        .hasMessageContaining("has lost its navigator.json");
    assertThat(directory().resolve("journal.mv")).exists();
  }

  @Test
  void oneProcessAtATimeHasIt() throws IOException {
    try (var _ = DataDirectory.claim(directory())) {
      assertThatThrownBy(() -> DataDirectory.claim(directory()))
          .isInstanceOf(RefusedDirectoryException.class)
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
    }
    DataDirectory.claim(directory()).close();
  }

  @Test
  void anothersFilesAreNotTouched() throws IOException {
    Files.createDirectories(directory());
    Files.writeString(directory().resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> DataDirectory.claim(directory()))
        .isInstanceOf(RefusedDirectoryException.class)
        .hasMessageContaining("is not empty");
    assertThat(directory().resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void anothersFilesAreNotTouchedAlthoughTheyHaveTheNamesOfOurs() throws IOException {
    Files.createDirectories(directory().resolve("dynamodb"));
    Files.writeString(directory().resolve("dynamodb/mine.db"), "years of work");

    assertThatThrownBy(() -> DataDirectory.claim(directory()))
        .isInstanceOf(RefusedDirectoryException.class);
    assertThat(directory().resolve("dynamodb/mine.db")).hasContent("years of work");
    assertThat(directory().resolve("navigator.lock")).doesNotExist();
  }

  @Test
  void aPlaceWhereNothingCanBeMadeIsRefusedByName() {
    assertThatThrownBy(() -> DataDirectory.claim(Path.of("/proc/self/data")))
        .isInstanceOf(RefusedDirectoryException.class)
        .hasMessageContaining("/proc/self/data cannot be made");
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    try (var _ = DataDirectory.claim(directory())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aFileIsNoDirectory() throws IOException {
    Files.writeString(directory(), "a file");

    assertThatThrownBy(() -> DataDirectory.claim(directory()))
        .isInstanceOf(RefusedDirectoryException.class)
        .hasMessageContaining(directory().toString());
  }

  @Test
  void dataOfAnotherLayoutOrStackIsRefusedInWords() throws IOException {
    try (var data = DataDirectory.claim(directory())) {
      data.open(TOPOLOGY);
      data.complete();
    }
    Path description = directory().resolve("navigator.json");
    Files.writeString(
        description, Files.readString(description).replaceFirst("\"layout\":1", "\"layout\":9"));
    try (var data = DataDirectory.claim(directory())) {
      assertThatThrownBy(() -> data.open(TOPOLOGY))
          .isInstanceOf(RefusedDirectoryException.class)
          .hasMessageContaining("layout 9")
          .hasMessageContaining("layout 1");
    }
    Files.writeString(description, "{}");
    assertThatThrownBy(() -> DataDirectory.claim(directory()))
        .isInstanceOf(RefusedDirectoryException.class)
        .hasMessageContaining("navigator.json");
  }

  private Path directory() {
    return parent.resolve("data");
  }
}
