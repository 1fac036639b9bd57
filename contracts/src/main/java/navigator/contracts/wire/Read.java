package navigator.contracts.wire;

/** What reading a message gave. */
public sealed interface Read<T> {

  /** The text was of the expected shape. */
  record Valid<T>(T value) implements Read<T> {}

  /**
   * It was not.
   *
   * @param reason a sentence without any of the text
   */
  record Invalid<T>(String reason) implements Read<T> {}
}
