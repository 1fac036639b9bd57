package navigator.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.http.Caller;
import navigator.contracts.queue.ChatRequest;
import navigator.ingest.load.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same of a request whichever turn it gets.
 *
 * @param fingerprint of what was submitted; null if it was submitted without a key
 * @param outlook how long it will wait; null if nobody knows
 */
record Draft(
    RequestId id,
    ConversationId conversation,
    Caller caller,
    ChatSubmission submission,
    @Nullable String fingerprint,
    Traceparent trace,
    @Nullable Outlook outlook) {

  static Draft of(SubmitCall call, ChatSubmission submission) {
    IdempotencyKey key = call.key();
    String user = call.caller().userId();
    return new Draft(
        key == null ? RequestId.random() : key.requestOf(user),
        Optional.ofNullable(submission.conversation()).orElseGet(ConversationId::random),
        call.caller(),
        submission,
        key == null ? null : Fingerprint.of(submission),
        call.trace(),
        null);
  }

  /** The same, with what it can expect. */
  Draft with(@Nullable Outlook expected) {
    return new Draft(id, conversation, caller, submission, fingerprint, trace, expected);
  }

  /** The request as it would be stored now, in the turn after {@code last}. */
  NewChat at(Instant now, @Nullable Turn last, IngestConfig config) {
    Duration deadline = Objects.requireNonNullElse(submission.deadline(), config.defaultDeadline());
    ChatRequest request =
        new ChatRequest(
            SchemaVersion.CURRENT,
            id,
            conversation,
            caller.userId(),
            caller.role(),
            submission.message(),
            Turn.next(now, last),
            now,
            now.plus(deadline),
            0,
            trace);
    return new NewChat(
        request,
        caller.email(),
        submission.metadata(),
        fingerprint,
        submission.conversation() == null,
        outlook == null ? null : outlook.ticket(),
        now.plus(config.retention()));
  }
}
