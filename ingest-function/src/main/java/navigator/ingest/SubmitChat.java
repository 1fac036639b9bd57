package navigator.ingest;

import static navigator.contracts.log.StateChange.ACCEPTED;
import static navigator.contracts.log.StateChange.STORED;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import navigator.contracts.ConversationId;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import navigator.contracts.log.StateChange;
import navigator.contracts.log.StateLog;
import navigator.contracts.queue.ChatRequest;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a chat request: checked, stored in its turn, queued, promised; in this order, so that a
 * promised request can never be lost. Safe for use by many threads.
 */
public final class SubmitChat {

  /** Turns tried in one conversation; whoever takes one from us has made progress with it. */
  private static final int MAX_TURNS_TRIED = 10;

  private static final StateLog LOG = StateLog.of(SubmitChat.class);

  private final IngestConfig config;
  private final ChatStore store;
  private final RequestQueue queue;
  private final InstantSource clock;

  public SubmitChat(IngestConfig config, ChatStore store, RequestQueue queue, InstantSource clock) {
    this.config = config;
    this.store = store;
    this.queue = queue;
    this.clock = clock;
  }

  /** Accepts what {@code body} asks for, or says why not. */
  public SubmitVerdict submit(Caller caller, String body, Traceparent trace) {
    return switch (SubmissionForm.read(body)) {
      case SubmissionReading.Malformed(var reason) -> new SubmitVerdict.Malformed(reason);
      case SubmissionReading.Faulty(var faults) -> new SubmitVerdict.Invalid(faults);
      case SubmissionReading.Valid(var submission) ->
          storeInTurn(new Draft(caller, submission, trace));
    };
  }

  private SubmitVerdict storeInTurn(Draft draft) {
    Turn last = null;
    for (int tried = 0; tried < MAX_TURNS_TRIED; tried++) {
      NewChat chat = chat(draft, IsoMicros.truncate(clock.instant()), last);
      switch (store.store(chat)) {
        case StoreVerdict.Stored _ -> {
          return enqueue(chat);
        }
        case StoreVerdict.LateClock(Turn later) -> last = later;
        case StoreVerdict.NoConversation _ -> {
          return new SubmitVerdict.NoConversation();
        }
        case StoreVerdict.Unavailable _ -> {
          return new SubmitVerdict.Unavailable();
        }
      }
    }
    return new SubmitVerdict.Unavailable();
  }

  private SubmitVerdict enqueue(NewChat chat) {
    ChatRequest request = chat.request();
    log(STORED, request);
    if (!queue.offer(request)) {
      // It stays stored, and ends by its deadline like every other.
      return new SubmitVerdict.Unavailable();
    }
    log(ACCEPTED, request);
    return new SubmitVerdict.Accepted(
        RequestObject.queued(
            request.requestId(),
            request.conversationId(),
            request.userId(),
            request.acceptedAt(),
            request.deadlineAt(),
            chat.metadata()));
  }

  private NewChat chat(Draft draft, Instant now, @Nullable Turn last) {
    ChatSubmission submission = draft.submission();
    Duration deadline = Objects.requireNonNullElse(submission.deadline(), config.defaultDeadline());
    ChatRequest request =
        new ChatRequest(
            SchemaVersion.CURRENT,
            draft.id(),
            draft.conversation(),
            draft.caller().userId(),
            draft.caller().role(),
            submission.message(),
            Turn.next(now, last),
            now,
            now.plus(deadline),
            0,
            draft.trace());
    return new NewChat(
        request,
        draft.caller().email(),
        submission.metadata(),
        submission.conversation() == null,
        now.plus(config.retention()));
  }

  private static void log(StateChange change, ChatRequest request) {
    LOG.info(change, request.requestId())
        .conversation(request.conversationId())
        .generation(request.generation())
        .trace(request.traceparent())
        .write();
  }

  /** What stays the same whichever turn the request gets. */
  private record Draft(
      RequestId id,
      ConversationId conversation,
      Caller caller,
      ChatSubmission submission,
      Traceparent trace) {

    Draft(Caller caller, ChatSubmission submission, Traceparent trace) {
      this(
          RequestId.random(),
          Optional.ofNullable(submission.conversation()).orElseGet(ConversationId::random),
          caller,
          submission,
          trace);
    }
  }
}
