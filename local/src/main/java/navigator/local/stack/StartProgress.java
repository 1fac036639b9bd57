package navigator.local.stack;

/** Is told what a start has come to; called by many threads. */
@FunctionalInterface
public interface StartProgress {

  /** Nobody listens. */
  StartProgress NONE = step -> {};

  /**
   * A part is ready.
   *
   * @param what in a few words, such as {@code tables and queues}
   */
  void ready(String what);
}
