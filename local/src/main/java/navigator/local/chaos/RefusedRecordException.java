package navigator.local.chaos;

/** A file of runs cannot be gone on with; the message says which line, and why. */
public final class RefusedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedRecordException(String message) {
    super(message);
  }

  RefusedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
