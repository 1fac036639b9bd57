package navigator.bench.throttling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import navigator.bench.load.Offered;
import navigator.contracts.queue.ChatRequest;

/** Sends requests when they are due, to every contender at the same time. */
final class Arrivals implements AutoCloseable {

  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final List<? extends Future<?>> sendings;

  /** Sends those of {@code load}, in their order. */
  Arrivals(List<ContenderRun> running, List<Offered> load, Chats chats) {
    List<ChatRequest> requests = chats.of(load);
    sendings = running.stream().map(each -> senders.submit(() -> send(each, requests))).toList();
  }

  private static Void send(ContenderRun contender, List<ChatRequest> requests)
      throws InterruptedException {
    for (ChatRequest request : requests) {
      Thread.sleep(Duration.between(Instant.now(), request.acceptedAt()));
      contender.fill(List.of(request));
    }
    return null;
  }

  /**
   * Whether all were sent.
   *
   * @throws IllegalStateException if one could not be
   */
  boolean isDone() {
    for (Future<?> sending : sendings) {
      if (sending.state() == Future.State.FAILED) {
        throw new IllegalStateException("A request was not sent", sending.exceptionNow());
      }
    }
    return sendings.stream().allMatch(Future::isDone);
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
