package navigator.local.data;

import java.io.IOException;
import java.nio.file.Path;

/** Says why a directory cannot be the data directory of a stack. */
public final class RefusedDirectoryException extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedDirectoryException(Path directory, String reason) {
    super("the data directory " + directory + " " + reason);
  }

  RefusedDirectoryException(Path directory, String reason, IOException cause) {
    super("the data directory " + directory + " " + reason, cause);
  }
}
