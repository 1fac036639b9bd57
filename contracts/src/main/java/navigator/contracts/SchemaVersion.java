package navigator.contracts;

/** The version of the messages' shape; readers are deployed before writers. */
public final class SchemaVersion {

  /** What this build writes, and the only one that it reads. */
  public static final int CURRENT = 1;

  private SchemaVersion() {}

  /**
   * Passes a version that this build reads.
   *
   * @throws IllegalArgumentException if it does not
   */
  public static int requireKnown(int version) {
    if (version != CURRENT) {
      throw new IllegalArgumentException("schema_version " + version + " is not known");
    }
    return version;
  }
}
