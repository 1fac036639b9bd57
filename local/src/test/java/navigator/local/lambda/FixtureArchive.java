package navigator.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import navigator.local.lambda.fixture.CommandHandler;
import org.crac.Core;

/** The archive that holds the fixture functions, in the layout that Lambda unpacks. */
final class FixtureArchive {
  private FixtureArchive() {}

  static Path write(Path directory) throws IOException {
    var archive = directory.resolve("fixture.zip");
    var classes = locationOf(CommandHandler.class);
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      var fixtures = classes.resolve("navigator/local/lambda/fixture");
      try (var files = Files.list(fixtures)) {
        for (var file : files.sorted().toList()) {
          add(zip, classes.relativize(file).toString(), file);
        }
      }
      add(zip, "lib/aws-lambda-java-core.jar", locationOf(Context.class));
      add(zip, "lib/crac.jar", locationOf(Core.class));
    }
    return archive;
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
