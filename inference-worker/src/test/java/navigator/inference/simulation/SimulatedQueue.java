package navigator.inference.simulation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A queue in virtual time: what is visible longest is received first. */
final class SimulatedQueue {

  private final PriorityQueue<Message> messages =
      new PriorityQueue<>(
          Comparator.comparingLong((Message each) -> each.visibleAt)
              .thenComparingLong(each -> each.number));
  private final Deque<SimulatedEnvironment> idle = new ArrayDeque<>();
  private long sent;
  private int receives;

  /** A message, and what its request has behind it. */
  static final class Message {
    private final long number;
    private final long deadline;
    private long visibleAt;
    private int attempts;
    private int receives;

    private Message(long number, long deadline, long visibleAt) {
      this.number = number;
      this.deadline = deadline;
      this.visibleAt = visibleAt;
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

  void send(int count, long now, long deadline) {
    for (int i = 0; i < count; i++) {
      messages.add(new Message(sent++, deadline, now));
    }
  }

  void putBack(Message message, long visibleAt) {
    message.visibleAt = visibleAt;
    messages.add(message);
  }

  /** The next message; null if none is visible. */
  @Nullable Message receive(long now) {
    if (messages.isEmpty() || messages.peek().visibleAt > now) {
      return null;
    }
    receives++;
    Message message = messages.remove();
    message.receives++;
    return message;
  }

  /** Calls {@code environment} when there is something for it. */
  void await(SimulatedEnvironment environment) {
    idle.add(environment);
  }

  /** Gives what is visible to those who wait for it. */
  void wake(long now) {
    while (!idle.isEmpty() && !messages.isEmpty() && messages.peek().visibleAt <= now) {
      idle.remove().receive();
    }
  }

  int receives() {
    return receives;
  }
}
