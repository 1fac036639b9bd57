package navigator.ops.replay;

import static navigator.contracts.log.StateChange.REPLAYED;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import navigator.contracts.RequestId;
import navigator.contracts.log.StateLog;
import navigator.contracts.queue.ChatRequest;
import org.jspecify.annotations.Nullable;

/** Asks what is next at the replay's pace. One for each drive; not safe for use by many threads. */
final class SendEntries {

  /** Until what was in the way has gone. */
  private static final Duration SHORTLY = Duration.ofMillis(500);

  /** Longer than anything else is waited for. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final StateLog LOG = StateLog.of(SendEntries.class);

  private final ReplayEntries entries;
  private final RequestSnapshots snapshots;
  private final ReplayWrites writes;
  private final ReplayQueue queue;
  private final Outstanding outstanding;
  private final InstantSource clock;

  SendEntries(
      ReplayEntries entries,
      RequestSnapshots snapshots,
      ReplayWrites writes,
      ReplayQueue queue,
      Outstanding outstanding,
      InstantSource clock) {
    this.entries = entries;
    this.snapshots = snapshots;
    this.writes = writes;
    this.queue = queue;
    this.outstanding = outstanding;
    this.clock = clock;
  }

  /**
   * Sends what was begun, else begins what is next, if it is time.
   *
   * @return how long from now until there may be something to do; zero if something was done
   */
  Duration step(Held held) {
    List<Entry> unsent = outstanding.unsent(held.replay(), Pace.MOST_AT_ONCE);
    return unsent.isEmpty() ? begin(held) : send(held, unsent);
  }

  private Duration begin(Held held) {
    Replay replay = held.replay();
    Pace pace = new Pace(replay.terms().rate());
    Duration wait = pace.until(replay.checkpoint().nextSendAt(), clock.instant());
    int room = room(replay, pace);
    if (room <= 0) {
      return LONG;
    }
    return wait.isPositive() ? wait : begin(held, pace, distinct(entries.next(replay, room)));
  }

  // A dead letter that was parked anew while it was matched has two entries: one write, one entry.
  private static List<Entry> distinct(List<Entry> next) {
    Set<RequestId> met = new HashSet<>();
    return next.stream().takeWhile(entry -> met.add(entry.id())).toList();
  }

  private static int room(Replay replay, Pace pace) {
    long free = pace.mostOutstanding() - replay.counts().outstanding();
    return (int) Math.min(pace.atOnce(), Math.min(free, Judgement.room(replay)));
  }

  private Duration begin(Held held, Pace pace, List<Entry> next) {
    if (next.isEmpty()) {
      throw new IllegalStateException("Replay %s has lost entries".formatted(held.name()));
    }
    Instant now = clock.instant();
    Batch batch = batch(held.replay(), pace, next, now);
    return switch (writes.begin(held, batch, now)) {
      case BEGUN -> {
        outstanding.begun(held.replay(), batch.questions());
        yield Duration.ZERO;
      }
      case CHANGED -> SHORTLY;
      case REFUSED -> {
        outstanding.forget();
        yield Duration.ZERO;
      }
    };
  }

  private Batch batch(Replay replay, Pace pace, List<Entry> next, Instant now) {
    Map<RequestId, RequestSnapshot> found = snapshots.withLetters(ids(next));
    List<Question> questions = new ArrayList<>();
    List<Entry> skipped = new ArrayList<>();
    for (Entry entry : next) {
      switch (Eligibility.of(entry, found.get(entry.id()), replay.terms().deadline(), now)) {
        case Eligibility.Ask(Question question) -> questions.add(question);
        case Eligibility.Skip(Entry left) -> skipped.add(left);
      }
    }
    Instant nextSendAt =
        questions.isEmpty() ? replay.checkpoint().nextSendAt() : pace.next(questions.size(), now);
    return new Batch(questions, skipped, next.getLast().position(replay.name()), nextSendAt);
  }

  private Duration send(Held held, List<Entry> unsent) {
    Map<RequestId, ChatRequest> messages = messages(unsent);
    List<ChatRequest> ready =
        unsent.stream().map(Entry::id).filter(messages::containsKey).map(messages::get).toList();
    Set<RequestId> taken = ready.isEmpty() ? Set.of() : queue.send(ready);
    List<Entry> sent = unsent.stream().filter(entry -> taken.contains(entry.id())).toList();
    if (sent.isEmpty()) {
      return SHORTLY;
    }
    if (writes.sent(held, sent, clock.instant())) {
      outstanding.sent(held.replay(), sent);
      sent.forEach(entry -> log(messages, entry));
    } else {
      outstanding.forget();
    }
    return Duration.ZERO;
  }

  // What another driver had begun is put together anew, from what it left in the table.
  private Map<RequestId, ChatRequest> messages(List<Entry> unsent) {
    Map<RequestId, ChatRequest> messages = new HashMap<>(outstanding.messages());
    List<Entry> left = unsent.stream().filter(e -> !messages.containsKey(e.id())).toList();
    if (!left.isEmpty()) {
      Map<RequestId, RequestSnapshot> found = snapshots.withLetters(ids(left));
      left.forEach(entry -> rebuild(entry, found.get(entry.id()), messages));
    }
    return messages;
  }

  // One that has ended meanwhile, or lost its text, is left to be settled.
  private static void rebuild(
      Entry entry, @Nullable RequestSnapshot snapshot, Map<RequestId, ChatRequest> messages) {
    RequestSnapshot.OfRequest request = snapshot == null ? null : snapshot.request();
    RequestSnapshot.OfLetter letter = snapshot == null ? null : snapshot.letter();
    if (request == null || letter == null || letter.original() == null) {
      return;
    }
    int asked = entry.generation() + 1;
    if (request.pending() && request.generation() == asked) {
      messages.put(entry.id(), Question.again(letter.original(), asked, request.deadlineAt()));
    }
  }

  private static List<RequestId> ids(List<Entry> entries) {
    return entries.stream().map(Entry::id).toList();
  }

  private static void log(Map<RequestId, ChatRequest> messages, Entry entry) {
    ChatRequest message = messages.get(entry.id());
    if (message != null) {
      LOG.info(REPLAYED, entry.id())
          .conversation(message.conversationId())
          .generation(message.generation())
          .trace(message.traceparent())
          .write();
    }
  }
}
