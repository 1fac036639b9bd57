package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import navigator.contracts.event.ChatEvents;
import navigator.contracts.testing.TestTable;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import navigator.ops.BusEvent;
import navigator.ops.FailedEvent;
import navigator.ops.FailedEvents;
import navigator.ops.Operator;
import navigator.ops.PublishEvent;
import navigator.ops.QueueDepth;
import navigator.ops.ReadAudit;
import navigator.ops.RedriveQueue;
import navigator.ops.RedriveReport;
import navigator.ops.StackQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedriveContractTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
  private static final Operator OPERATOR = new Operator("arn:aws:iam::1:user/o", "ticket 12");
  private static final BusEvent ANSWERED =
      new BusEvent(
          ChatEvents.CHAT_ANSWERED,
          "{\"request_id\":\"r-1\",\"reply\":\"Yes.\"}",
          Instant.parse("2026-03-02T09:15:00Z"));

  private final FiveQueues queues = FiveQueues.start();
  private final TestTable table = TestTable.create();
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final OpsTable ops = new OpsTable(table.client(), table.name());
  private final SqsQueues depths = new SqsQueues(queues.sqs(), queues.urls());
  private final RedriveQueue redrive =
      new RedriveQueue(depths, ops.audit(), clock, pause -> Thread.sleep(1));
  private final List<BusEvent> published = new ArrayList<>();

  @AfterEach
  void stop() {
    queues.close();
  }

  @Test
  void depthsAreThoseOfTheQueue() {
    queues.send(StackQueue.REQUESTS, "a", "1");
    queues.send(StackQueue.REQUESTS, "b", "2");
    queues.sqs().receiveMessage(r -> r.queueUrl(queues.url(StackQueue.REQUESTS)));
    assertThat(depths.depth(StackQueue.REQUESTS)).isEqualTo(new QueueDepth("requests", 1, 1, 0));
    assertThat(depths.depth(StackQueue.DEAD_LETTERS))
        .isEqualTo(new QueueDepth("dead-letters", 0, 0, 0));
  }

  // ElasticMQ moves nothing between FIFO queues; those are tried behind the local gateway.
  @Test
  void aMoveIsWaitedForAndCounted() throws Exception {
    queues.failingInto(StackQueue.OUTCOME_EVENTS_FAILED, StackQueue.OUTCOME_INVOKES_FAILED);
    IntStream.range(0, 30)
        .forEach(i -> queues.send(StackQueue.OUTCOME_EVENTS_FAILED, "", "body-" + i));
    SqsMove move =
        new SqsMove(
            queues.sqs(),
            depths.arn(StackQueue.OUTCOME_EVENTS_FAILED),
            depths.arn(StackQueue.OUTCOME_INVOKES_FAILED));
    RedriveReport report = redrive.move(StackQueue.OUTCOME_EVENTS_FAILED, move, OPERATOR, _ -> {});
    assertThat(report).isEqualTo(new RedriveReport("outcome-events-failed", 30, 30, 0, 0, null));
    assertThat(depths.depth(StackQueue.OUTCOME_INVOKES_FAILED).waiting()).isEqualTo(30);
    assertOnRecord(StackQueue.OUTCOME_EVENTS_FAILED, 30, 30);
  }

  @Test
  void aMoveThatLeavesSomethingBehindSaysSo() throws Exception {
    queues.send(StackQueue.DEAD_LETTERS_FAILED, "g", "body");
    SqsMove move =
        new SqsMove(
            queues.sqs(),
            depths.arn(StackQueue.DEAD_LETTERS_FAILED),
            depths.arn(StackQueue.DEAD_LETTERS));
    assertThat(redrive.move(StackQueue.DEAD_LETTERS_FAILED, move, OPERATOR, _ -> {}))
        .isEqualTo(
            new RedriveReport(
                "dead-letters-failed", 1, 0, 0, 0, "SQS moved 0 of about 1 messages"));
  }

  @Test
  void eventsOfARuleArePublishedAgainAndDeleted() throws Exception {
    IntStream.range(0, 25)
        .forEach(_ -> queues.send(StackQueue.OUTCOME_EVENTS_FAILED, "", event(ANSWERED)));
    RedriveReport report = publish(StackQueue.OUTCOME_EVENTS_FAILED, this::take, 100);
    assertThat(report).isEqualTo(new RedriveReport("outcome-events-failed", 25, 25, 0, 0, null));
    assertThat(published).hasSize(25).containsOnly(ANSWERED);
    assertThat(depths.depth(StackQueue.OUTCOME_EVENTS_FAILED))
        .isEqualTo(new QueueDepth("outcome-events-failed", 0, 0, 0));
    assertOnRecord(StackQueue.OUTCOME_EVENTS_FAILED, 25, 25);
  }

  @Test
  void eventsOfAnInvocationAreTakenOutOfItsRecord() throws Exception {
    queues.send(
        StackQueue.OUTCOME_INVOKES_FAILED,
        "",
        """
        {"version":"1.0","timestamp":"2026-03-02T09:20:00Z",
         "requestContext":{"requestId":"x","condition":"RetriesExhausted"},
         "requestPayload":%s,"responseContext":{"statusCode":200},"responsePayload":{}}
        """
            .formatted(event(ANSWERED)));
    assertThat(publish(StackQueue.OUTCOME_INVOKES_FAILED, this::take, 100).done()).isEqualTo(1);
    assertThat(published).containsExactly(ANSWERED);
  }

  @Test
  void whatHoldsNoEventOfOursIsLeftAndCounted() throws Exception {
    queues.send(StackQueue.OUTCOME_EVENTS_FAILED, "", "no json");
    queues.send(StackQueue.OUTCOME_EVENTS_FAILED, "", "{}");
    queues.send(
        StackQueue.OUTCOME_EVENTS_FAILED,
        "",
        event(ANSWERED).replace(ChatEvents.SOURCE, "somebody.else"));
    queues.send(
        StackQueue.OUTCOME_EVENTS_FAILED, "", event(ANSWERED).replace("ChatAnswered", "ChatX"));
    queues.send(StackQueue.OUTCOME_EVENTS_FAILED, "", event(ANSWERED));
    assertThat(publish(StackQueue.OUTCOME_EVENTS_FAILED, this::take, 100))
        .isEqualTo(new RedriveReport("outcome-events-failed", 5, 1, 4, 0, null));
    assertThat(depths.depth(StackQueue.OUTCOME_EVENTS_FAILED).inFlight()).isEqualTo(4);
  }

  @Test
  void whatTheBusDoesNotTakeIsLeftAndCounted() throws Exception {
    queues.send(StackQueue.OUTCOME_EVENTS_FAILED, "", event(ANSWERED));
    assertThat(publish(StackQueue.OUTCOME_EVENTS_FAILED, _ -> false, 100))
        .isEqualTo(new RedriveReport("outcome-events-failed", 1, 0, 0, 1, null));
    assertThat(depths.depth(StackQueue.OUTCOME_EVENTS_FAILED).inFlight()).isEqualTo(1);
  }

  @Test
  void noMoreIsLookedAtThanWasAskedFor() throws Exception {
    IntStream.range(0, 25)
        .forEach(_ -> queues.send(StackQueue.OUTCOME_EVENTS_FAILED, "", event(ANSWERED)));
    assertThat(publish(StackQueue.OUTCOME_EVENTS_FAILED, this::take, 12).done()).isEqualTo(12);
    assertThat(depths.depth(StackQueue.OUTCOME_EVENTS_FAILED).waiting()).isEqualTo(13);
  }

  // ElasticMQ hands out last what has come back last; SQS promises nothing.
  @Test
  void whatWasLeftAndComesAgainDoesNotEndIt() throws Exception {
    Script events =
        new Script(
            List.of(
                List.of(unreadable("a"), unreadable("b")),
                List.of(unreadable("a")),
                List.of(unreadable("b")),
                List.of(new FailedEvent("c", "handle", ANSWERED)),
                List.of(unreadable("a")),
                List.of(unreadable("a")),
                List.of(new FailedEvent("too late", "handle", ANSWERED))));
    assertThat(
            redrive.publish(
                StackQueue.OUTCOME_EVENTS_FAILED, events, this::take, 100, OPERATOR, _ -> {}))
        .isEqualTo(new RedriveReport("outcome-events-failed", 0, 1, 2, 0, null));
    assertThat(events.deleted).containsExactly("c");
  }

  private static FailedEvent unreadable(String id) {
    return new FailedEvent(id, "handle", null);
  }

  /** A queue that hands these out, one list at a time. */
  private static final class Script implements FailedEvents {
    private final Iterator<List<FailedEvent>> lists;
    private final List<String> deleted = new ArrayList<>();

    Script(List<List<FailedEvent>> lists) {
      this.lists = lists.iterator();
    }

    @Override
    public List<FailedEvent> receive(int most) {
      return lists.hasNext() ? lists.next() : List.of();
    }

    @Override
    public void delete(List<FailedEvent> events) {
      events.forEach(event -> deleted.add(event.messageId()));
    }
  }

  private synchronized boolean take(BusEvent event) {
    return published.add(event);
  }

  private RedriveReport publish(StackQueue queue, PublishEvent bus, long most)
      throws InterruptedException {
    FailedEvents events =
        new SqsFailedEvents(
            queues.sqs(),
            queues.url(queue),
            queue == StackQueue.OUTCOME_EVENTS_FAILED
                ? Envelopes::ofRule
                : Envelopes::ofInvocation);
    return redrive.publish(queue, events, bus, most, OPERATOR, _ -> {});
  }

  private void assertOnRecord(StackQueue queue, long matched, long done) {
    List<AuditRecord> records =
        new ReadAudit(ops.audit(), clock).since(NOW.minusSeconds(60)).toList();
    assertThat(records)
        .extracting(
            AuditRecord::action, AuditRecord::phase, AuditRecord::subject, AuditRecord::reason)
        .containsExactlyInAnyOrder(
            tuple(
                AuditAction.REDRIVE,
                AuditRecord.Phase.REQUESTED,
                Map.of("queue", queue.wireName()),
                "ticket 12"),
            tuple(
                AuditAction.REDRIVE,
                AuditRecord.Phase.DONE,
                Map.of("queue", queue.wireName()),
                "ticket 12"));
    assertThat(records)
        .extracting(record -> record.counts().get("matched"), record -> record.counts().get("done"))
        .containsExactlyInAnyOrder(tuple(matched, null), tuple(matched, done));
  }

  private static String event(BusEvent event) {
    return """
    {"version":"0","id":"1","detail-type":"%s","source":"learning-navigator.inference",
     "account":"1","time":"%s","region":"us-west-2","resources":[],"detail":%s}
    """
        .formatted(event.detailType(), event.time(), event.detail());
  }
}
