package navigator.infra;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.AssetCode;
import software.amazon.awscdk.services.lambda.Code;

/** The zip that a function module builds, beside this module in the project's directory. */
enum Archive {
  INGEST("ingest-function"),
  INFERENCE("inference-worker"),
  PERSISTENCE("persistence-function"),
  OPS("ops");

  private final String module;

  Archive(String module) {
    this.module = module;
  }

  /**
   * The archive as a function's code.
   *
   * @throws IllegalStateException if it was not built
   */
  AssetCode code() {
    return code(projectDirectory());
  }

  AssetCode code(Path project) {
    Path zip = project.resolve(module).resolve("target").resolve(module + ".zip");
    if (!Files.isRegularFile(zip)) {
      throw new IllegalStateException(
          "%s is missing: build it with \"mvn -pl %s -am package\"".formatted(zip, module));
    }
    return Code.fromAsset(zip.toString());
  }

  /** Found from where the classes are, since the app is started from several directories. */
  private static Path projectDirectory() {
    try {
      Path classes =
          Path.of(Archive.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The classes have no directory", e);
    }
  }
}
