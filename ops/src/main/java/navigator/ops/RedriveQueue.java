package navigator.ops;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Empties a failure queue into what is before it: the dead letters by SQS's own move, the events by
 * publishing them again and deleting each that the bus took. Either may deliver a message twice,
 * which is harmless. Safe for use by many threads.
 */
public final class RedriveQueue {

  /** The most that SQS hands out at once. */
  private static final int BATCH = 10;

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Queues queues;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final Pause pause;

  public RedriveQueue(Queues queues, AuditTrail audit, InstantSource clock, Pause pause) {
    this.queues = queues;
    this.audit = audit;
    this.clock = clock;
    this.pause = pause;
  }

  /** Told how many messages have been dealt with so far. */
  @FunctionalInterface
  public interface Progress {
    void at(long messages);
  }

  /** Moves dead letters back; returns when that is over. */
  public RedriveReport move(
      StackQueue queue, MoveMessages messages, Operator operator, Progress progress)
      throws InterruptedException {
    long matched = queues.depth(queue).waiting();
    Count count = new Count(queue, matched);
    AuditRecord requested = requested(queue, matched, operator);
    try {
      messages.start();
      MoveTask task = messages.latest();
      while (task.state() == MoveTask.State.RUNNING) {
        progress.at(task.moved());
        pause.during(LOOK_AGAIN);
        task = messages.latest();
      }
      count.done = task.moved();
      count.failure = failure(task, matched);
      progress.at(task.moved());
    } finally {
      audit.append(requested.done(clock.instant(), count.report().counts()));
    }
    return count.report();
  }

  private static @Nullable String failure(MoveTask task, long matched) {
    return switch (task.state()) {
      case RUNNING, COMPLETED ->
          task.moved() < matched
              ? "SQS moved %d of about %d messages".formatted(task.moved(), matched)
              : null;
      case CANCELLED -> "the move was cancelled";
      case FAILED -> task.failure() == null ? "the move failed" : task.failure();
    };
  }

  /**
   * Publishes events again.
   *
   * @param most how many messages are looked at
   */
  public RedriveReport publish(
      StackQueue queue,
      FailedEvents events,
      PublishEvent bus,
      long most,
      Operator operator,
      Progress progress)
      throws InterruptedException {
    long matched = queues.depth(queue).waiting();
    Count count = new Count(queue, matched);
    AuditRecord requested = requested(queue, matched, operator);
    try {
      publish(events, bus, most, count, progress);
    } finally {
      // What was published before a failure was published.
      audit.append(requested.done(clock.instant(), count.report().counts()));
    }
    return count.report();
  }

  // What was left comes again after a while, before others that nobody has looked at. When it has
  // come twice with nothing new in between, nothing else is there.
  private static void publish(
      FailedEvents events, PublishEvent bus, long most, Count count, Progress progress)
      throws InterruptedException {
    Set<String> seen = new HashSet<>();
    Set<String> again = new HashSet<>();
    boolean more = true;
    while (more && seen.size() < most) {
      List<FailedEvent> received = events.receive((int) Math.min(BATCH, most - seen.size()));
      List<FailedEvent> fresh =
          received.stream().filter(event -> seen.add(event.messageId())).toList();
      List<FailedEvent> taken = published(fresh, bus, count);
      if (!taken.isEmpty()) {
        events.delete(taken);
        count.done += taken.size();
      }
      progress.at(seen.size());
      if (!fresh.isEmpty()) {
        again.clear();
      }
      more = !fresh.isEmpty() || again.addAll(messageIds(received));
    }
  }

  private static List<String> messageIds(List<FailedEvent> events) {
    return events.stream().map(FailedEvent::messageId).toList();
  }

  private static List<FailedEvent> published(
      List<FailedEvent> events, PublishEvent bus, Count count) throws InterruptedException {
    List<FailedEvent> ours = events.stream().filter(event -> event.event() != null).toList();
    count.unreadable += events.size() - ours.size();
    List<Boolean> took =
        AtOnce.each(
            ours,
            event -> {
              BusEvent inside = event.event();
              return inside != null && bus.publish(inside);
            });
    List<FailedEvent> taken =
        IntStream.range(0, ours.size()).filter(took::get).mapToObj(ours::get).toList();
    count.refused += ours.size() - taken.size();
    return taken;
  }

  private AuditRecord requested(StackQueue queue, long matched, Operator operator) {
    AuditRecord requested =
        AuditRecord.requested(
            clock.instant(),
            AuditAction.REDRIVE,
            AuditRecord.newOperation(),
            operator.actor(),
            operator.reason(),
            Map.of("queue", queue.wireName()),
            Map.of("matched", matched));
    audit.append(requested);
    return requested;
  }

  private static final class Count {

    private final StackQueue queue;
    private final long matched;
    private long done;
    private long unreadable;
    private long refused;
    private @Nullable String failure;

    Count(StackQueue queue, long matched) {
      this.queue = queue;
      this.matched = matched;
    }

    RedriveReport report() {
      return new RedriveReport(queue.wireName(), matched, done, unreadable, refused, failure);
    }
  }
}
