package navigator.inference.quota;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Environments that work on one queue, each with a governor and a clock of its own, in virtual time
 * (microseconds). What happens at the same time happens in an order that chance gives.
 */
final class SimulatedFleet {

  static final long SECOND = 1_000_000;

  /**
   * What a fleet is like.
   *
   * @param batch messages that an environment works on at the same time
   * @param skew how far two clocks may be apart, in microseconds
   * @param delay how late a wake-up may be, in microseconds
   * @param crashes the share of calls after which nobody hears of the caller again
   * @param faults the share of calls that fail without any use of the quota
   */
  record Setup(
      QuotaSettings settings,
      Demand demand,
      int environments,
      int batch,
      long skew,
      long delay,
      double crashes,
      double faults) {

    /** Three environments without misfortunes. */
    static Setup calm(QuotaSettings settings, Demand demand) {
      return new Setup(settings, demand, 3, 10, 0, 0, 0, 0);
    }
  }

  private record Event(long at, double order, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingDouble(Event::order));
  private final PriorityQueue<Long> visible = new PriorityQueue<>();
  private final SimulatedBedrock bedrock;
  private final Setup setup;
  private final Random random;
  private long now = 1_000_000 * SECOND;
  private int answered;
  private int receives;

  SimulatedFleet(Setup setup, QuotaTable table, SimulatedBedrock bedrock, long seed) {
    this.setup = setup;
    this.bedrock = bedrock;
    this.random = new Random(seed);
    for (int i = 0; i < setup.environments(); i++) {
      long skew = random.nextLong(setup.skew() + 1) - setup.skew() / 2;
      at(now, new SimulatedEnvironment(this, table, skew)::receive);
    }
  }

  /** Sends messages now. */
  void send(int messages) {
    for (int i = 0; i < messages; i++) {
      visible.add(now);
    }
  }

  /** Does something at a later time. */
  void after(Duration wait, Runnable action) {
    at(now + wait.toMillis() * 1000, action);
  }

  /** Lets time pass. */
  void run(Duration time) {
    long end = now + time.toMillis() * 1000;
    while (!events.isEmpty() && events.peek().at() <= end) {
      Event next = events.remove();
      now = Math.max(now, next.at());
      next.action().run();
    }
    now = end;
  }

  long now() {
    return now;
  }

  int answered() {
    return answered;
  }

  double receivesPerAnswer() {
    return (double) receives / Math.max(1, answered);
  }

  // For the environments.

  void at(long time, Runnable action) {
    events.add(new Event(time, random.nextDouble(), action));
  }

  boolean receive() {
    if (visible.isEmpty() || visible.peek() > now) {
      return false;
    }
    visible.remove();
    receives++;
    return true;
  }

  void putBack(long time) {
    visible.add(time);
  }

  void answer() {
    answered++;
  }

  boolean happens(double chance) {
    return random.nextDouble() < chance;
  }

  Setup setup() {
    return setup;
  }

  SimulatedBedrock bedrock() {
    return bedrock;
  }

  Random random() {
    return random;
  }
}
