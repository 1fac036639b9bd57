package navigator.ops.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ops.aws.Origin;

/**
 * What the local stack that is up says about itself, as far as an operator needs it.
 *
 * @param pid of its process
 * @param stack its name
 * @param gateway what {@code AWS_ENDPOINT_URL} has to be
 */
record LocalStackFile(long pid, String stack, URI gateway, String region, Origin.Keys operator) {

  /** The one that is up in the project's directory; a dead one's words are not believed. */
  static Optional<LocalStackFile> find(Path home) {
    try {
      String json = Files.readString(home.resolve(".navigator").resolve("up.json"));
      return Wire.read(json, LocalStackFile.class)
              instanceof Read.Valid<LocalStackFile>(LocalStackFile file)
          ? Optional.of(file).filter(up -> ProcessHandle.of(up.pid()).isPresent())
          : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw CommandFailed.failed("the local stack cannot be found: " + e.getMessage());
    }
  }

  Origin origin() {
    return new Origin(region, gateway, operator);
  }
}
