package navigator.bench.throttling;

import java.time.Instant;
import java.util.List;
import navigator.bench.measure.Estimates;
import navigator.bench.stack.SliceClient;
import navigator.contracts.queue.ChatRequest;

/** A contender that runs, and how far it has come. For use by one thread. */
final class Lane {

  /** The counts of a queue are approximate: only so many empty looks in a row are believed. */
  private static final int EMPTY_LOOKS = 3;

  private final SliceClient client;
  private final Askers askers;
  private double emptySince;
  private int emptyLooks;
  private double endedAt;

  Lane(SliceClient client, Askers askers) {
    this.client = client;
    this.askers = askers;
  }

  /** What was told of waits. */
  Estimates estimates() {
    return askers.estimates();
  }

  SliceClient client() {
    return client;
  }

  String model() {
    return client.slice().model();
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
    if (!askers.areTold()) {
      askers.look(client.quota(), pending, now, Instant.now());
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
