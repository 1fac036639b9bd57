package navigator.local.eventbridge;

import java.time.Instant;
import navigator.local.eventbridge.RuleBook.RuleTarget;
import navigator.local.journal.Pending;

/**
 * An event on its way to one target of a rule that it matched.
 *
 * @param targetId the target's, in its rule
 * @param acceptedAt from when on the event ages
 */
record PendingDelivery(Event event, String ruleArn, String targetId, Instant acceptedAt)
    implements Pending {

  static PendingDelivery of(Event event, RuleTarget to, Instant now) {
    return new PendingDelivery(event, to.rule().arn(), to.target().id(), now);
  }

  @Override
  public String id() {
    return event.id() + " " + ruleArn + " " + targetId;
  }
}
