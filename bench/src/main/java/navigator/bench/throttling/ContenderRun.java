package navigator.bench.throttling;

import java.time.Instant;
import java.util.List;
import navigator.bench.measure.Estimates;
import navigator.bench.stack.CellClient;
import navigator.contracts.queue.ChatRequest;

/** A contender that runs, and how far it has come. For use by one thread. */
final class ContenderRun {

  /** The counts of a queue are approximate: only so many empty looks in a row are believed. */
  private static final int EMPTY_LOOKS = 3;

  private final CellClient client;
  private final PollingClients pollers;
  private double emptySince;
  private int emptyLooks;
  private double endedAt;

  ContenderRun(CellClient client, PollingClients pollers) {
    this.client = client;
    this.pollers = pollers;
  }

  /** What was told of waits. */
  Estimates estimates() {
    return pollers.estimates();
  }

  CellClient client() {
    return client;
  }

  String model() {
    return client.cell().model();
  }

  /** Stores requests and puts them on the queue. */
  void fill(List<ChatRequest> requests) {
    client.store(requests);
    client.send(requests);
  }

  /** Looks whether anything is left. */
  void look(boolean allArrived, double now) {
    if (isDrained()) {
      return;
    }
    int pending = client.pending();
    if (!pollers.areTold()) {
      pollers.look(client.quota(), pending, now, Instant.now());
    }
    if (!allArrived || pending > 0) {
      emptyLooks = 0;
      return;
    }
    emptySince = emptyLooks == 0 ? now : emptySince;
    emptyLooks++;
  }

  boolean isDrained() {
    return emptyLooks >= EMPTY_LOOKS;
  }

  /** The run is over. */
  void end(double at) {
    endedAt = isDrained() ? emptySince : at;
  }

  double endedAt() {
    return endedAt;
  }
}
