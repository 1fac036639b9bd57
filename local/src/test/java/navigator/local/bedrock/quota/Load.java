package navigator.local.bedrock.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Calls offered to a ledger one after the other, each settled when its time is over. */
final class Load {
  private final QuotaLedger ledger;
  private final PriorityQueue<Ran> running =
      new PriorityQueue<>(Comparator.comparingLong(Ran::end));
  private final List<Ran> admitted = new ArrayList<>();
  private long now;

  Load(QuotaLedger ledger) {
    this.ledger = ledger;
  }

  /** A call that was admitted. */
  record Ran(long at, long end, long cost, Reservation reservation) {}

  long now() {
    return now;
  }

  /** Offers all calls, waits for the last to end, and says which were admitted. */
  List<Ran> run(List<OfferedCall> calls) {
    for (var call : calls) {
      wait(call);
      offer(call);
    }
    settleUntil(Long.MAX_VALUE);
    return admitted;
  }

  void wait(OfferedCall call) {
    var arrival = now + call.gap();
    settleUntil(arrival);
    now = arrival;
  }

  boolean offer(OfferedCall call) {
    if (ledger.admit(now, call.demand()) instanceof Admission.Admitted(var reservation)) {
      var ran = new Ran(now, now + call.takes(), call.cost(), reservation);
      running.add(ran);
      admitted.add(ran);
      return true;
    }
    return false;
  }

  private void settleUntil(long time) {
    while (!running.isEmpty() && running.element().end() <= time) {
      var ended = running.remove();
      now = Math.max(now, ended.end());
      ledger.settle(ended.end(), ended.reservation(), ended.cost());
    }
  }
}
