package navigator.inference;

import java.time.Instant;
import java.time.InstantSource;
import navigator.contracts.ErrorCode;
import navigator.contracts.log.StateChange;
import navigator.contracts.log.StateLog;
import navigator.contracts.queue.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a message that nobody can read to the dead-letter queue, as it is. */
public final class GiveUpUnreadable {

  private static final StateLog LOG = StateLog.of(GiveUpUnreadable.class);
  private static final Logger NAMELESS = LoggerFactory.getLogger(GiveUpUnreadable.class);

  private final SendDeadLetter deadLetters;
  private final InstantSource clock;

  public GiveUpUnreadable(SendDeadLetter deadLetters, InstantSource clock) {
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  /**
   * Gives {@code delivery} up.
   *
   * @param reason a sentence without any of the body
   */
  Verdict giveUp(Delivery delivery, String reason) {
    Instant now = clock.instant();
    String detail = "The message in the request queue was not readable: " + reason + ".";
    deadLetters.send(delivery, new Failure(ErrorCode.INTERNAL, detail, 0, now, now));
    delivery
        .requestId()
        .ifPresentOrElse(
            id -> LOG.warn(StateChange.DEAD_LETTERED, id).code(ErrorCode.INTERNAL).write(),
            () ->
                NAMELESS
                    .atWarn()
                    .addKeyValue("message_id", delivery.messageId())
                    .log(StateChange.DEAD_LETTERED.wireName()));
    return new Verdict.Finished();
  }
}
