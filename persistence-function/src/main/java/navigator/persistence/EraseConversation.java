package navigator.persistence;

import static navigator.contracts.log.StateChange.CANCELLED;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import navigator.contracts.ConversationId;
import navigator.contracts.IsoMicros;
import navigator.contracts.Status;
import navigator.contracts.log.StateLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the text of a conversation that is marked as deleted, request by request: each is first
 * closed to all text, so that what is erased then is all that there will ever be. It may be stopped
 * anywhere and begun again. Safe for use by many threads.
 */
public final class EraseConversation {

  private static final StateLog STATE_LOG = StateLog.of(EraseConversation.class);
  private static final Logger LOG = LoggerFactory.getLogger(EraseConversation.class);

  private final DeletedConversations conversations;
  private final Texts texts;
  private final RequestReader requests;
  private final SealStore seals;
  private final RequestChange sealing;
  private final InstantSource clock;

  public EraseConversation(
      DeletedConversations conversations,
      Texts texts,
      RequestReader requests,
      SealStore seals,
      InstantSource clock) {
    this.conversations = conversations;
    this.texts = texts;
    this.requests = requests;
    this.seals = seals;
    this.sealing = new RequestChange(request -> request.erasedAt() == null, this::seal, clock);
    this.clock = clock;
  }

  /** Erases for as long as there is time; what is left is found again. */
  void erase(ConversationId id, BooleanSupplier timeLeft) {
    if (!eraseTexts(id, timeLeft)) {
      return;
    }
    conversations.erased(id, IsoMicros.truncate(clock.instant()));
    LOG.atInfo().addKeyValue("conversation_id", id.value()).log("conversation.erased");
  }

  // Whether there was time for all of them.
  private boolean eraseTexts(ConversationId id, BooleanSupplier timeLeft) {
    try (Stream<TextOfRequest> found = texts.of(id)) {
      return found.allMatch(text -> timeLeft.getAsBoolean() && erase(text));
    }
  }

  private boolean erase(TextOfRequest text) {
    requests.find(text.request()).ifPresent(sealing::of);
    texts.erase(text);
    return true;
  }

  private UpdateVerdict seal(StoredRequest seen, Instant at) {
    UpdateVerdict verdict = seals.seal(seen, at);
    if (verdict instanceof UpdateVerdict.Updated(StoredRequest sealed)
        && seen.status().canBecome(Status.CANCELLED)) {
      STATE_LOG
          .info(CANCELLED, sealed.id())
          .conversation(sealed.conversation())
          .generation(sealed.generation())
          .attempt(sealed.progress().attempts())
          .outcome("by_deletion")
          .trace(sealed.traceparent())
          .write();
    }
    return verdict;
  }
}
