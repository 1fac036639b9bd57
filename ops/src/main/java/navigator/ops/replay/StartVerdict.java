package navigator.ops.replay;

/** What starting a replay came to. */
public sealed interface StartVerdict {

  /** It is in the table: whatever happens now, it goes on. */
  record Started(Replay replay) implements StartVerdict {}

  /** There is one of that name. */
  record NameTaken(Replay other) implements StartVerdict {}
}
