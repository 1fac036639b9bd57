package navigator.local.chaos;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import navigator.contracts.ConversationId;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import navigator.local.FunctionLog;
import navigator.local.chaos.check.History.Accepted;
import navigator.local.chaos.check.History.Breach;
import navigator.local.chaos.check.History.Told;
import navigator.local.chaos.check.Operations.Command;
import navigator.local.chaos.check.Promise;

/**
 * What clients and operators were told, and what the functions said. Safe for use by many threads.
 */
public final class Ledger implements FunctionLog {

  private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Queue<String> deleted = new ConcurrentLinkedQueue<>();
  private final Queue<Breach> breaches = new ConcurrentLinkedQueue<>();
  private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
  private final String mark;

  /**
   * An empty one.
   *
   * @param mark in every question, and so in every answer that quotes one: no log line may have it
   */
  public Ledger(String mark) {
    this.mark = mark;
  }

  /** A client got a 202. */
  public void accepted(RequestObject request, String question) {
    accepted.add(new Accepted(request.requestId().value(), question));
    size.incrementAndGet();
  }

  /** A client got to read a request. */
  public void told(RequestObject request) {
    if (request.status().isTerminal()) {
      String text = request.message() == null ? "" : request.message();
      told.add(new Told(request.requestId().value(), request.status().wireName(), text));
    }
    if (request.status() == Status.COMPLETED && request.fallback() != null) {
      breach(Promise.UNTRUE, request.requestId() + " is completed with a fallback's mark");
    }
  }

  void deleted(ConversationId conversation) {
    deleted.add(conversation.value());
  }

  /** An operator did something, or tried to. */
  void did(Command command) {
    commands.add(command);
  }

  void breach(Promise promise, String evidence) {
    breaches.add(new Breach(promise, evidence));
  }

  @Override
  public void line(String functionName, String line) {
    if (line.contains(mark)) {
      breach(Promise.TOLD, functionName + " wrote a text that somebody sent");
    }
  }

  int size() {
    return size.get();
  }

  List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  List<String> deleted() {
    return List.copyOf(deleted);
  }

  List<Command> commands() {
    return List.copyOf(commands);
  }

  List<Breach> breaches() {
    return List.copyOf(breaches);
  }
}
