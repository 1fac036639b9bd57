package navigator.ops;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import navigator.contracts.table.Keys;

/** Reads what waits in a stack, all at once. Safe for use by many threads. */
public final class ReadQueues {

  private final Queues queues;
  private final PendingIndex pending;

  public ReadQueues(Queues queues, PendingIndex pending) {
    this.queues = queues;
    this.pending = pending;
  }

  public QueueReport read() throws InterruptedException {
    List<QueueDepth> depths = AtOnce.each(List.of(StackQueue.values()), queues::depth);
    List<Integer> shards = IntStream.range(0, Keys.PENDING_SHARDS).boxed().toList();
    return new QueueReport(
        depths,
        AtOnce.each(shards, pending::firstDue).stream()
            .flatMap(Optional::stream)
            .min(Comparator.comparing(PendingRequest::since))
            .orElse(null));
  }
}
