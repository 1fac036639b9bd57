package navigator.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FunctionCodeTest {
  @TempDir Path directory;

  @Test
  void jarsHaveTheSameOrderWhateverTheFileSystemSays() throws IOException {
    var archive = code().archive(zip("one.zip", "lib/b.jar", "lib/c.jar", "lib/a.jar", "lib/NOTE"));

    assertThat(archive.jars())
        .containsExactly(
            archive.taskRoot().resolve("lib/a.jar"),
            archive.taskRoot().resolve("lib/b.jar"),
            archive.taskRoot().resolve("lib/c.jar"));
  }

  @Test
  void onlyAnArchiveOfJarsCanBeCached() throws IOException {
    var code = code();

    assertThat(code.archive(zip("jars.zip", "lib/a.jar")).isOfJars()).isTrue();
    assertThat(code.archive(zip("mixed.zip", "lib/a.jar", "A.class")).isOfJars()).isFalse();
    assertThat(code.archive(zip("classes.zip", "A.class")).jars()).isEmpty();
  }

  @Test
  void whatIsOfNoArchiveAnyMoreGoesAndTheRestStaysWithItsCache() throws IOException {
    var code = code();
    var kept = code.archive(zip("kept.zip", "lib/kept.jar"));
    var old = code.archive(zip("old.zip", "lib/old.jar"));
    Files.createFile(code.cache(kept));
    Files.createFile(code.cache(old));
    Files.createFile(code.cache(kept).resolveSibling("half.aot.partial"));

    // The same archive may have two names.
    code.keepOnly(List.of(zip("again.zip", "lib/kept.jar")));

    try (var left = Files.list(kept.taskRoot().resolveSibling("."))) {
      assertThat(left.map(Path::normalize))
          .containsExactlyInAnyOrder(kept.taskRoot(), code.cache(kept));
    }
  }

  private FunctionCode code() throws IOException {
    return FunctionCode.in(directory.resolve("code"));
  }

  private Path zip(String name, String... entries) throws IOException {
    return TestZip.write(directory.resolve(name), entries);
  }
}
