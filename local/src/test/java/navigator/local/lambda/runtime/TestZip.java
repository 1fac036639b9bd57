package navigator.local.lambda.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives whose entries hold their own names, the same whenever they are written. */
final class TestZip {
  private TestZip() {}

  static Path write(Path archive, String... entries) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (var entry : entries) {
        var added = new ZipEntry(entry);
        added.setTime(0);
        zip.putNextEntry(added);
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return archive;
  }
}
