package navigator.ops.replay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import org.jspecify.annotations.Nullable;

/**
 * A replay as the table has it.
 *
 * @param stopped why nothing more is asked; null while something is, or all was
 * @param cancelledAt when an operator cancelled it
 * @param updatedAt when it last changed
 */
public record Replay(
    ReplayOrder order,
    Instant createdAt,
    ReplayState state,
    @Nullable ReplayStop stopped,
    ReplayCounts counts,
    Checkpoint checkpoint,
    @Nullable Instant cancelledAt,
    @Nullable Instant endedAt,
    Instant updatedAt) {

  public String name() {
    return order.name();
  }

  public ReplayTerms terms() {
    return order.terms();
  }

  /** Why it asks nothing more before it has asked all; empty if it does or has. */
  public Optional<ReplayStop> stop() {
    return Optional.ofNullable(stopped);
  }

  /** The record of its start. */
  AuditRecord requested() {
    return AuditRecord.requested(
        createdAt,
        AuditAction.REPLAY,
        name(),
        order.actor(),
        order.reason(),
        order.selection().described(),
        terms(order.terms()));
  }

  /** The record of its end. */
  public AuditRecord done(Instant now) {
    return requested().done(now, counts.named());
  }

  private static Map<String, Long> terms(ReplayTerms terms) {
    return Map.of(
        "rate", (long) terms.rate(),
        "maximum", (long) terms.maximum(),
        "canary", (long) terms.canary());
  }
}
