package navigator.local.journal;

/** Where services keep what they have accepted and not finished. */
public interface Backlogs {

  /** In memory: all goes with the process. */
  Backlogs IN_MEMORY = new InMemory();

  /**
   * The backlog of one service.
   *
   * @param name the same in every run, and asked for once in each
   * @param type a record that {@link navigator.contracts.wire.Wire} can write and read
   */
  <T extends Pending> Backlog<T> named(String name, Class<T> type);

  /** Makes backlogs that nothing outlives. */
  final class InMemory implements Backlogs {

    private InMemory() {}

    @Override
    public <T extends Pending> Backlog<T> named(String name, Class<T> type) {
      return new MemoryBacklog<>();
    }
  }
}
