package navigator.persistence;

import static navigator.contracts.log.StateChange.OVERDUE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.log.StateLog;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.table.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the requests whose deadline has passed: with their stored outcome if there is one, else with
 * the fallback reply. It needs neither queue nor bus. Safe for use by many threads.
 */
public final class EndOverdue {

  /** Time for an answer that was being given at the deadline: a call of the model. */
  public static final Duration GRACE = Duration.ofSeconds(30);

  private static final StateLog STATE_LOG = StateLog.of(EndOverdue.class);
  private static final MetricLog METRICS = MetricLog.of(EndOverdue.class);
  private static final Logger LOG = LoggerFactory.getLogger(EndOverdue.class);

  private final OverdueIndex index;
  private final RequestReader requests;
  private final OutcomeReader outcomes;
  private final WriteOutcome writeOutcome;
  private final InstantSource clock;

  public EndOverdue(
      OverdueIndex index,
      RequestReader requests,
      OutcomeReader outcomes,
      WriteOutcome writeOutcome,
      InstantSource clock) {
    this.index = index;
    this.requests = requests;
    this.outcomes = outcomes;
    this.writeOutcome = writeOutcome;
    this.clock = clock;
  }

  /**
   * Ends what is overdue, all shards at once, for as long as there is time, and tells how long the
   * oldest that it found had been waiting.
   *
   * @return how many requests got their outcome
   */
  public int endAll(BooleanSupplier timeLeft) throws InterruptedException {
    Instant now = IsoMicros.truncate(clock.instant());
    try {
      List<Swept> shards = sweep(now, timeLeft);
      List<OldestPending> oldest = shards.stream().flatMap(s -> s.oldest().stream()).toList();
      METRICS.oldest(OldestPending.age(oldest, now), OldestPending.overdue(oldest, now));
      return shards.stream().mapToInt(Swept::ended).sum();
    } catch (ExecutionException e) {
      METRICS.faulted(FunctionName.OVERDUE);
      throw new IllegalStateException("A shard of the pending requests cannot be read", e);
    }
  }

  /**
   * What was done in one shard.
   *
   * @param oldest that was found there
   */
  private record Swept(Optional<OldestPending> oldest, int ended) {}

  private List<Swept> sweep(Instant now, BooleanSupplier timeLeft)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Swept>> shards =
          threads.invokeAll(
              IntStream.range(0, Keys.PENDING_SHARDS)
                  .<Callable<Swept>>mapToObj(
                      shard -> () -> new Swept(oldest(shard), endShard(shard, now, timeLeft)))
                  .toList());
      List<Swept> swept = new ArrayList<>();
      for (Future<Swept> shard : shards) {
        swept.add(shard.get());
      }
      return swept;
    }
  }

  // One that cannot be read must not keep the others of its shard from their end.
  private Optional<OldestPending> oldest(int shard) {
    try {
      return index.oldest(shard);
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("shard", shard).setCause(e).log("oldest.unknown");
      METRICS.faulted(FunctionName.OVERDUE);
      return Optional.empty();
    }
  }

  private int endShard(int shard, Instant now, BooleanSupplier timeLeft) {
    try (Stream<RequestId> overdue = index.overdue(shard, now.minus(GRACE))) {
      return (int)
          overdue
              .takeWhile(_ -> timeLeft.getAsBoolean())
              .filter(id -> endOrReport(id, now))
              .count();
    }
  }

  // One request that cannot be ended must not keep the others from it.
  private boolean endOrReport(RequestId id, Instant now) {
    try {
      return requests
          .find(id)
          .filter(request -> isOverdue(request, now))
          .map(request -> end(request, now) == Verdict.PERSISTED)
          .orElse(false);
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("request_id", id.value()).setCause(e).log("overdue.failed");
      METRICS.faulted(FunctionName.OVERDUE);
      return false;
    }
  }

  private Verdict end(StoredRequest request, Instant now) {
    ChatOutcome outcome = outcomes.find(request).orElseGet(() -> DeadlineFallback.of(request, now));
    STATE_LOG
        .warn(OVERDUE, request.id())
        .conversation(request.conversation())
        .generation(request.generation())
        .attempt(request.progress().attempts())
        .outcome(outcome.detailType())
        .trace(request.traceparent())
        .write();
    Verdict verdict = writeOutcome.write(outcome);
    if (verdict == Verdict.PERSISTED) {
      METRICS.overdue(request.id());
    }
    return verdict;
  }

  // The index may be behind the request.
  private static boolean isOverdue(StoredRequest request, Instant now) {
    return request.pending() && request.deadlineAt().isBefore(now.minus(GRACE));
  }
}
