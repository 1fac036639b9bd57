package navigator.ops.replay;

/** What cancelling a replay came to. */
public sealed interface CancelVerdict {

  /** It asks nothing more, since now or before; it ends when what it asked has ended. */
  record Cancelled(Replay now) implements CancelVerdict {}

  /** It had ended. */
  record AlreadyEnded(Replay now) implements CancelVerdict {}

  /** There is no replay of that name. */
  record Unknown() implements CancelVerdict {}
}
