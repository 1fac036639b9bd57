package navigator.inference;

import java.time.Instant;
import java.time.InstantSource;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.log.StateChange;
import navigator.contracts.log.StateLog;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.queue.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a message that nobody can read to the dead-letter queue, as it is. */
public final class GiveUpUnreadable {

  private static final StateLog LOG = StateLog.of(GiveUpUnreadable.class);
  private static final MetricLog METRICS = MetricLog.of(GiveUpUnreadable.class);
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
    METRICS.unreadable(FunctionName.INFERENCE);
    delivery.requestId().ifPresentOrElse(GiveUpUnreadable::tell, () -> tellNameless(delivery));
    return new Verdict.Finished();
  }

  // Conversation, attempts and trace are in the body, which nobody can read.
  private static void tell(RequestId request) {
    LOG.warn(StateChange.DEAD_LETTERED, request)
        .outcome("unreadable")
        .code(ErrorCode.INTERNAL)
        .write();
    METRICS.deadLettered(request, ErrorCode.INTERNAL);
  }

  private static void tellNameless(Delivery delivery) {
    NAMELESS
        .atWarn()
        .addKeyValue("message_id", delivery.messageId())
        .log(StateChange.DEAD_LETTERED.wireName());
  }
}
