package navigator.inference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.contracts.RequestId;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.wire.Read;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a batch: conversations concurrently, the messages of one in order, and last, one at a
 * time, what may have brought a process down. Safe for use by many threads.
 */
public final class AnswerBatch {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerBatch.class);
  private static final MetricLog METRICS = MetricLog.of(AnswerBatch.class);

  private final FindSuspects findSuspects;
  private final AnswerRequest answers;
  private final GiveUpUnreadable unreadables;
  private final RequestQueue queue;
  private final BackOff faulted;
  private final Duration maxWait;
  private final InstantSource clock;

  /**
   * A batch with its stages.
   *
   * @param faulted the wait of a delivery that met a fault of ours, after so many receives
   * @param maxWait what a batch may spend waiting in process
   */
  public AnswerBatch(
      FindSuspects findSuspects,
      AnswerRequest answers,
      GiveUpUnreadable unreadables,
      RequestQueue queue,
      BackOff faulted,
      Duration maxWait,
      InstantSource clock) {
    this.findSuspects = findSuspects;
    this.answers = answers;
    this.unreadables = unreadables;
    this.queue = queue;
    this.faulted = faulted;
    this.maxWait = maxWait;
    this.clock = clock;
  }

  /**
   * Answers what it can.
   *
   * @param remaining until the process is stopped
   * @return the deliveries that went back to the queue
   */
  public List<Delivery> answer(List<Delivery> batch, Duration remaining) {
    Invocation invocation =
        new Invocation(clock.instant().plus(remaining), new SharedWait(maxWait));
    Set<RequestId> suspects = suspects(batch);
    List<Walk> walks =
        Concurrently.map(conversations(batch), each -> walk(each, suspects, invocation));
    List<Delivery> returned = new ArrayList<>();
    for (Walk walk : walks) {
      returned.addAll(walk.returned());
    }
    for (Walk walk : walks) {
      returned.addAll(walk(walk.postponed(), Set.of(), invocation).returned());
    }
    return returned;
  }

  /**
   * How far a conversation's deliveries came.
   *
   * @param returned the head that went back to the queue, and its followers
   * @param postponed the suspect that is yet to be claimed, and its followers
   */
  private record Walk(List<Delivery> returned, List<Delivery> postponed) {}

  private Walk walk(List<Delivery> group, Set<RequestId> suspects, Invocation invocation) {
    for (int i = 0; i < group.size(); i++) {
      Delivery head = group.get(i);
      List<Delivery> rest = group.subList(i, group.size());
      if (head.requestId().filter(suspects::contains).isPresent()) {
        return new Walk(List.of(), rest);
      }
      switch (verdict(head, invocation)) {
        case Verdict.Finished _ -> queue.delete(head);
        case Verdict.Returned(Instant until) -> {
          // SQS keeps the group locked while any of its messages is invisible.
          queue.putBack(rest, until);
          return new Walk(rest, List.of());
        }
      }
    }
    return new Walk(List.of(), List.of());
  }

  private Verdict verdict(Delivery delivery, Invocation invocation) {
    try {
      return switch (delivery.content()) {
        case Read.Valid(ChatRequest request) -> answers.answer(delivery, request, invocation);
        case Read.Invalid<ChatRequest>(String reason) -> unreadables.giveUp(delivery, reason);
      };
    } catch (RuntimeException e) {
      Instant until = clock.instant().plus(faulted.after(delivery.receiveCount()));
      LOG.atError()
          .addKeyValue("message_id", delivery.messageId())
          .addKeyValue("request_id", delivery.requestId().map(RequestId::value).orElse("none"))
          .setCause(e)
          .log("delivery.faulted");
      METRICS.faulted(FunctionName.INFERENCE);
      return new Verdict.Returned(until);
    }
  }

  private Set<RequestId> suspects(List<Delivery> batch) {
    Set<RequestId> receivedBefore =
        batch.stream()
            .filter(delivery -> delivery.receiveCount() > 1)
            .flatMap(delivery -> delivery.requestId().stream())
            .collect(Collectors.toSet());
    return receivedBefore.isEmpty() ? Set.of() : suspectsAmong(receivedBefore);
  }

  private Set<RequestId> suspectsAmong(Set<RequestId> receivedBefore) {
    try {
      return findSuspects.among(receivedBefore);
    } catch (RuntimeException e) {
      // What nobody can tell apart is treated as suspect; the others are not held up by it.
      LOG.atError().setCause(e).log("suspects.unknown");
      METRICS.faulted(FunctionName.INFERENCE);
      return receivedBefore;
    }
  }

  private static Collection<List<Delivery>> conversations(List<Delivery> batch) {
    Map<String, List<Delivery>> groups = new LinkedHashMap<>();
    for (Delivery delivery : batch) {
      groups.computeIfAbsent(delivery.group(), _ -> new ArrayList<>()).add(delivery);
    }
    return groups.values();
  }
}
