package navigator.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FunctionArchiveTest {
  @TempDir Path directory;

  @Test
  void archivesOfTheSameContentShareOneDirectory() throws IOException {
    var one = FunctionArchive.unpack(zip("one.zip", "lib/a.jar"), directory.resolve("unpacked"));
    var same = FunctionArchive.unpack(zip("two.zip", "lib/a.jar"), directory.resolve("unpacked"));
    var other =
        FunctionArchive.unpack(zip("three.zip", "lib/b.jar"), directory.resolve("unpacked"));

    assertThat(same).isEqualTo(one).isNotEqualTo(other);
    assertThat(one.taskRoot().resolve("lib/a.jar")).hasContent("lib/a.jar");
    assertThat(directory.resolve("unpacked")).isDirectoryNotContaining("glob:**partial*");
  }

  @Test
  void pathsThatLeadOutOfTheArchiveAreRefused() throws IOException {
    var archive = zip("evil.zip", "../escaped");

    assertThatThrownBy(() -> FunctionArchive.unpack(archive, directory.resolve("unpacked")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads out of itself");
    assertThat(directory.resolve("unpacked/escaped")).doesNotExist();
  }

  private Path zip(String name, String entry) throws IOException {
    return TestZip.write(directory.resolve(name), entry);
  }
}
