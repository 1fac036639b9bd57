package navigator.inference.simulation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A queue in virtual time: of what is visible, what was sent first is received first. */
final class SimulatedQueue {

  private final PriorityQueue<Message> visible =
      new PriorityQueue<>(Comparator.comparingLong(each -> each.number));
  private final PriorityQueue<Message> invisible =
      new PriorityQueue<>(
          Comparator.comparingLong((Message each) -> each.visibleAt)
              .thenComparingLong(each -> each.number));
  private final Deque<SimulatedEnvironment> idle = new ArrayDeque<>();
  private long sent;
  private int receives;

  /** A message, and what its request has behind it. */
  static final class Message {
    private final long number;
    private final String user;
    private final long sentAt;
    private final long deadline;
    private long visibleAt;
    private int attempts;
    private int receives;

    private Message(long number, String user, long sentAt, long deadline) {
      this.number = number;
      this.user = user;
      this.sentAt = sentAt;
      this.deadline = deadline;
    }

    String user() {
      return user;
    }

    /** In microseconds. */
    long sentAt() {
      return sentAt;
    }

    /** In microseconds. */
    long deadline() {
      return deadline;
    }

    /** Calls that failed, this one included. */
    int failed() {
      attempts++;
      return attempts;
    }

    /** How often it was received. */
    int receives() {
      return receives;
    }

    /** Calls that failed so far. */
    int attempts() {
      return attempts;
    }
  }

  void send(String user, long now, long deadline) {
    visible.add(new Message(sent++, user, now, deadline));
  }

  void putBack(Message message, long visibleAt) {
    message.visibleAt = visibleAt;
    invisible.add(message);
  }

  /** The next message; null if none is visible. */
  @Nullable Message receive(long now) {
    if (!isAny(now)) {
      return null;
    }
    receives++;
    Message message = visible.remove();
    message.receives++;
    return message;
  }

  private boolean isAny(long now) {
    while (!invisible.isEmpty() && invisible.peek().visibleAt <= now) {
      visible.add(invisible.remove());
    }
    return !visible.isEmpty();
  }

  /** Calls {@code environment} when there is something for it. */
  void await(SimulatedEnvironment environment) {
    idle.add(environment);
  }

  /** Gives what is visible to those who wait for it. */
  void wake(long now) {
    while (!idle.isEmpty() && isAny(now)) {
      idle.remove().receive();
    }
  }

  int receives() {
    return receives;
  }
}
