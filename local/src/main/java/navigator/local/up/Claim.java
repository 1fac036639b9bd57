package navigator.local.up;

import java.util.Optional;

/** What became of the wish to be the one stack that is up. */
public sealed interface Claim {

  /** The directory is this process's own until it is closed. */
  record Owned(RunDirectory directory) implements Claim {}

  /**
   * Another process has it.
   *
   * @param stack empty while that one still starts
   */
  record Held(Optional<RunningStack> stack) implements Claim {}
}
