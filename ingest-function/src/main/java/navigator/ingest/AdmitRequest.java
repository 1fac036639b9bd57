package navigator.ingest;

import static navigator.contracts.log.StateChange.ACCEPTED;
import static navigator.contracts.log.StateChange.REPEATED;
import static navigator.contracts.log.StateChange.STORED;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.Status;
import navigator.contracts.Turn;
import navigator.contracts.http.RequestObject;
import navigator.contracts.log.StateChange;
import navigator.contracts.log.StateLog;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.queue.ChatRequest;
import navigator.ingest.load.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * Admits a request that was checked: stored in its turn, then queued, then promised, so that a
 * promised request can never be lost. Safe for use by many threads.
 */
public final class AdmitRequest {

  /** Turns tried in one conversation; whoever takes one from us has made progress with it. */
  private static final int MAX_TURNS_TRIED = 10;

  private static final StateLog LOG = StateLog.of(AdmitRequest.class);
  private static final MetricLog METRICS = MetricLog.of(AdmitRequest.class);

  private final IngestConfig config;
  private final ChatStore store;
  private final RequestQueue queue;
  private final InstantSource clock;

  public AdmitRequest(
      IngestConfig config, ChatStore store, RequestQueue queue, InstantSource clock) {
    this.config = config;
    this.store = store;
    this.queue = queue;
    this.clock = clock;
  }

  SubmitVerdict admit(Draft draft) {
    Turn last = null;
    for (int tried = 0; tried < MAX_TURNS_TRIED; tried++) {
      NewChat chat = draft.at(IsoMicros.truncate(clock.instant()), last, config);
      switch (store.store(chat)) {
        case StoreVerdict.Stored _ -> {
          log(STORED, chat.request());
          return expecting(enqueue(chat.request(), chat.metadata(), false), draft.outlook());
        }
        case StoreVerdict.StoredBefore(ChatRequest request, Status status) -> {
          return again(request, status, chat.metadata());
        }
        case StoreVerdict.LateClock(Turn later) -> last = later;
        case StoreVerdict.KeyReused _ -> {
          return new SubmitVerdict.KeyReused();
        }
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

  // The first call may have died before it sent: a message too many does no harm, one too few does.
  private SubmitVerdict again(ChatRequest request, Status status, Map<String, String> metadata) {
    log(REPEATED, request);
    return status == Status.QUEUED && request.generation() == 0
        ? enqueue(request, metadata, true)
        : accepted(request, metadata, true);
  }

  private SubmitVerdict enqueue(
      ChatRequest request, Map<String, String> metadata, boolean replayed) {
    if (!queue.offer(request)) {
      // It stays stored, and ends by its deadline like every other.
      return new SubmitVerdict.Unavailable();
    }
    log(ACCEPTED, request);
    METRICS.accepted(request.requestId());
    return accepted(request, metadata, replayed);
  }

  private static SubmitVerdict accepted(
      ChatRequest request, Map<String, String> metadata, boolean replayed) {
    return new SubmitVerdict.Accepted(
        RequestObject.queued(
            request.requestId(),
            request.conversationId(),
            request.userId(),
            request.acceptedAt(),
            request.deadlineAt(),
            metadata),
        replayed,
        null);
  }

  private static SubmitVerdict expecting(SubmitVerdict verdict, @Nullable Outlook outlook) {
    Duration expected = outlook == null ? null : outlook.expected();
    return expected != null
            && verdict
                instanceof SubmitVerdict.Accepted(var request, boolean replayed, var rateLimit)
        ? new SubmitVerdict.Accepted(request.waiting(expected.toSeconds()), replayed, rateLimit)
        : verdict;
  }

  private static void log(StateChange change, ChatRequest request) {
    LOG.info(change, request.requestId())
        .conversation(request.conversationId())
        .generation(request.generation())
        .trace(request.traceparent())
        .write();
  }
}
