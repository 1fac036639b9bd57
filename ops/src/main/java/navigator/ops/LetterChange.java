package navigator.ops;

import java.time.Instant;
import java.util.Optional;
import navigator.contracts.table.DeadLetterState;
import org.jspecify.annotations.Nullable;

/** What an operator may decide about a dead letter; a replay is more than that. */
public enum LetterChange {
  /** Nothing is to be done about it. */
  DISCARD(DeadLetterState.PARKED, DeadLetterState.DISCARDED, AuditAction.DISCARD),
  /** Something may be done about it after all. */
  RESTORE(DeadLetterState.DISCARDED, DeadLetterState.PARKED, AuditAction.RESTORE);

  private final DeadLetterState from;
  private final DeadLetterState to;
  private final AuditAction action;

  LetterChange(DeadLetterState from, DeadLetterState to, AuditAction action) {
    this.from = from;
    this.to = to;
    this.action = action;
  }

  /** The only state that it is for. */
  public DeadLetterState from() {
    return from;
  }

  public DeadLetterState to() {
    return to;
  }

  /** As it is written down. */
  AuditAction action() {
    return action;
  }

  /** Why it is not for that letter; empty if it is. */
  public Optional<ChangeRefusal> refusal(@Nullable Letter letter, Instant now) {
    if (letter == null) {
      return Optional.of(ChangeRefusal.NOT_FOUND);
    }
    if (letter.isExpired(now)) {
      return Optional.of(ChangeRefusal.EXPIRED);
    }
    return letter.state() == from
        ? Optional.empty()
        : Optional.of(ChangeRefusal.of(letter.state()));
  }
}
