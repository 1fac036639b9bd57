package navigator.bench.throttling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.bench.load.Offered;
import navigator.bench.load.Pace;
import navigator.bench.measure.Estimates;
import navigator.contracts.table.QuotaAttribute;
import navigator.contracts.table.QuotaPace;

/**
 * Those who asked, and look at their requests until they are told how long they will wait yet. They
 * are told what the product tells: by a ticket that is made of the backlog when they came, and the
 * pace when they look. For use by one thread.
 *
 * @see navigator.persistence.EstimateWait
 */
final class PollingClients {

  private final List<Offered> load;
  private final List<String> questions;
  private final int callsAtOnce;
  private final Pace pace;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Estimates.Told> told = new ArrayList<>();
  private int arrived;

  private record Waiting(String question, long ticket) {}

  /**
   * Those of a load.
   *
   * @param questions the hash of each one's words
   * @param callsAtOnce that the workers can make
   */
  PollingClients(List<Offered> load, List<String> questions, int callsAtOnce, Pace pace) {
    this.load = load;
    this.questions = questions;
    this.callsAtOnce = callsAtOnce;
    this.pace = pace;
  }

  /** Whether all came, and were told. */
  boolean areTold() {
    return arrived == load.size() && waiting.isEmpty();
  }

  /**
   * All look.
   *
   * @param quota the attributes of the quota's item; none if there is none
   * @param backlog requests that wait or are in hand
   * @param now seconds after the start
   * @param clock the same moment
   */
  void look(Map<String, Long> quota, int backlog, double now, Instant clock) {
    long calls = quota.getOrDefault(QuotaAttribute.CALLS, 0L);
    takeTickets(calls + backlog, now);
    Optional<QuotaPace> found = QuotaPace.of(name -> quota.getOrDefault(name, 0L), clock);
    found.ifPresent(known -> waiting.removeIf(each -> isTold(each, known, now, clock)));
  }

  private boolean isTold(Waiting each, QuotaPace known, double now, Instant clock) {
    Optional<Duration> wait =
        known.foreseen(each.ticket() - known.calls(), callsAtOnce, clock, pace.minute());
    wait.map(time -> pace.seconds(clock, clock.plus(time)))
        .map(seconds -> new Estimates.Told(each.question(), now, seconds))
        .ifPresent(told::add);
    return wait.isPresent();
  }

  // The last of those who came since the last look stands at the end of the backlog.
  private void takeTickets(long last, double now) {
    int come = arrived;
    while (come < load.size() && load.get(come).at() <= now) {
      come++;
    }
    for (int i = arrived; i < come; i++) {
      waiting.add(new Waiting(questions.get(i), last - (come - 1 - i)));
    }
    arrived = come;
  }

  /** What they were told. */
  Estimates estimates() {
    return new Estimates(told);
  }
}
