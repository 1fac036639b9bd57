package navigator.inference.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import navigator.inference.quota.QuotaSettings;
import navigator.inference.quota.QuotaTable;

/**
 * Environments that work on one queue, each with a governor and a clock of its own, in virtual time
 * (microseconds). What happens at the same time happens in an order that chance gives.
 */
public final class SimulatedFleet {

  public static final long SECOND = 1_000_000;

  /** Environments are started one after another. */
  private static final long START = SECOND / 100;

  /**
   * What a fleet is like.
   *
   * @param batch messages that an environment works on at the same time
   * @param skew how far two clocks may be apart, in microseconds
   * @param delay how late a wake-up may be, in microseconds
   * @param crashes the share of calls after which nobody hears of the caller again
   * @param faults the share of calls that fail without any use of the quota
   */
  public record Setup(
      QuotaSettings settings,
      Demand demand,
      int environments,
      int batch,
      long skew,
      long delay,
      double crashes,
      double faults) {

    /** Three environments without misfortunes. */
    public static Setup calm(QuotaSettings settings, Demand demand) {
      return new Setup(settings, demand, 3, 10, 0, 0, 0, 0);
    }
  }

  private record Event(long at, double order, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingDouble(Event::order));
  private final SimulatedQueue queue = new SimulatedQueue();
  private final SimulatedBedrock bedrock;
  private final Setup setup;
  private final Random random;
  private long now = 1_000_000 * SECOND;
  private long lastAnswer = now;
  private int answered;
  private int givenUp;
  private int alone;
  private int users;
  private final Map<String, List<Long>> waits = new HashMap<>();

  /** A fleet that begins to work now. */
  public SimulatedFleet(Setup setup, QuotaTable table, SimulatedBedrock bedrock, long seed) {
    this.setup = setup;
    this.bedrock = bedrock;
    this.random = new Random(seed);
    for (int i = 0; i < setup.environments(); i++) {
      long skew = random.nextLong(setup.skew() + 1) - setup.skew() / 2;
      at(now + i * START, new SimulatedEnvironment(this, table, skew)::receive);
    }
  }

  /** Sends messages of as many users now, whose requests have all the time that they need. */
  public void send(int messages) {
    send(messages, Duration.ofDays(365));
  }

  /** Sends messages of as many users now, whose requests are given up after {@code time}. */
  public void send(int messages, Duration time) {
    for (int i = 0; i < messages; i++) {
      send("user-" + users++, now + time.toMillis() * 1000);
    }
  }

  /** Sends messages of one user now, whose requests have all the time that they need. */
  public void sendOf(String user, int messages) {
    waits.putIfAbsent(user, new ArrayList<>());
    for (int i = 0; i < messages; i++) {
      send(user, now + Duration.ofDays(365).toMillis() * 1000);
    }
  }

  private void send(String user, long deadline) {
    queue.send(user, now, deadline);
    at(now, () -> queue.wake(now));
  }

  /** Does something at a later time. */
  public void after(Duration wait, Runnable action) {
    at(now + wait.toMillis() * 1000, action);
  }

  /** Lets time pass. */
  public void run(Duration time) {
    long end = now + time.toMillis() * 1000;
    while (!events.isEmpty() && events.peek().at() <= end) {
      Event next = events.remove();
      now = Math.max(now, next.at());
      next.action().run();
    }
    now = end;
  }

  /** The time, in microseconds since 1970. */
  public long now() {
    return now;
  }

  /** How long the answered requests of a user took, of {@link #sendOf}, in microseconds. */
  public List<Long> waits(String user) {
    return List.copyOf(waits.getOrDefault(user, List.of()));
  }

  /** When the latest answer was given, in microseconds since 1970. */
  public long lastAnswer() {
    return lastAnswer;
  }

  public int answered() {
    return answered;
  }

  /** Requests whose deadline passed, or whose calls failed too often. */
  public int givenUp() {
    return givenUp;
  }

  public int receives() {
    return queue.receives();
  }

  /** Slots that an environment gave itself, since the table was away. */
  public int alone() {
    return alone;
  }

  /** How often a message was received for each answer. */
  public double receivesPerAnswer() {
    return (double) receives() / Math.max(1, answered);
  }

  // For the environments.

  void at(long time, Runnable action) {
    events.add(new Event(time, random.nextDouble(), action));
  }

  // SQS counts in whole seconds.
  void putBack(SimulatedQueue.Message message, long until) {
    long time = now + Math.ceilDiv(until - now, SECOND) * SECOND;
    queue.putBack(message, time);
    at(time, () -> queue.wake(now));
  }

  void answer(SimulatedQueue.Message message) {
    answered++;
    waits.computeIfPresent(message.user(), (_, all) -> with(all, now - message.sentAt()));
    lastAnswer = now;
  }

  private static List<Long> with(List<Long> all, long one) {
    all.add(one);
    return all;
  }

  void giveUp() {
    givenUp++;
  }

  void pacedAlone() {
    alone++;
  }

  boolean happens(double chance) {
    return chance > 0 && random.nextDouble() < chance;
  }

  SimulatedQueue queue() {
    return queue;
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
