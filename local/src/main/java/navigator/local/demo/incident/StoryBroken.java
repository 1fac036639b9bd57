package navigator.local.demo.incident;

/** The story cannot go on; the message says why, in one line. */
public final class StoryBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoryBroken(String message) {
    super(message);
  }
}
