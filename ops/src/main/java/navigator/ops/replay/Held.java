package navigator.ops.replay;

/**
 * A replay in the hands of one driver.
 *
 * @param owner the driver's own token: whoever writes for the replay has it
 */
public record Held(Replay replay, String owner) {

  public String name() {
    return replay.name();
  }
}
