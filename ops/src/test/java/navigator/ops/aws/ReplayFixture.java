package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.ops.LetterFilter;
import navigator.ops.replay.CancelReplay;
import navigator.ops.replay.CancelVerdict;
import navigator.ops.replay.CountReplays;
import navigator.ops.replay.DriveReplay;
import navigator.ops.replay.DriveVerdict;
import navigator.ops.replay.Entry;
import navigator.ops.replay.LeaseVerdict;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayCounts;
import navigator.ops.replay.ReplayOrder;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import navigator.ops.replay.StartReplay;
import navigator.ops.replay.StartVerdict;
import navigator.ops.replay.VirtualClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A table with dead letters, a queue, somebody who works on it, and drivers of replays. */
final class ReplayFixture {

  static final Selection ALL = new Selection.Filtered(LetterFilter.ALL);

  final TestTable table = TestTable.create();
  final VirtualClock clock = new VirtualClock();
  final ParkedRequests letters = new ParkedRequests(table);
  final SimulatedWorker worker;
  private final TestRequestQueue queue;
  private final String name = "r-" + UUID.randomUUID();

  ReplayFixture(TestRequestQueue queue) {
    this.queue = queue;
    this.worker = new SimulatedWorker(table, queue, clock);
    clock.meanwhile(worker::work);
  }

  static ReplayTerms terms(int rate, int canary, double stopShare) {
    return new ReplayTerms(rate, 1_000, canary, stopShare, Duration.ofMinutes(30));
  }

  String name() {
    return name;
  }

  Replay start(ReplayTerms terms) {
    return start(ALL, terms);
  }

  Replay start(Selection selection, ReplayTerms terms) {
    StartVerdict verdict = ordering(new ReplayOrder(name, "ada", "incident 7", selection, terms));
    assertThat(verdict).isInstanceOf(StartVerdict.Started.class);
    return replay();
  }

  StartVerdict ordering(ReplayOrder order) {
    return new StartReplay(opsTable(table.client()).replayStarts(), clock).start(order);
  }

  CancelVerdict cancel(String replay) {
    return new CancelReplay(opsTable(table.client()).replayStarts(), clock)
        .cancel(replay, "bob", "it was the wrong one");
  }

  /** A driver whose calls go that way. */
  DriveReplay driver(DynamoDbClient dynamo, SqsClient sqs) {
    return new DriveReplay(
        opsTable(dynamo).replayStages(new OpsQueues(sqs).requests(queue.url()), clock), clock);
  }

  DriveReplay driver() {
    return driver(table.client(), queue.sqs());
  }

  /** Another takes it in hand, if it is free. */
  LeaseVerdict take(String owner) {
    Instant now = clock.instant();
    return new DynamoReplayLeases(table.client(), table.name())
        .take(name, owner, now, now.plus(Duration.ofMinutes(1)));
  }

  /** Starts another replay of all that is parked, and drives it to its end. */
  void replayAs(String other, ReplayTerms terms) {
    clock.advance(Duration.ofSeconds(1));
    StartVerdict verdict = ordering(new ReplayOrder(other, "eve", "incident 8", ALL, terms));
    assertThat(verdict).isInstanceOf(StartVerdict.Started.class);
    try {
      assertThat(driver().drive(other, within(Duration.ofHours(1)))).isEqualTo(DriveVerdict.ENDED);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What the function does beside driving. */
  void count() {
    new CountReplays(opsTable(table.client()).metricMarks()).count();
  }

  /** Drives to the end, within a time that nothing takes. */
  DriveVerdict drive() {
    return drive(within(Duration.ofHours(1)));
  }

  DriveVerdict drive(BooleanSupplier timeLeft) {
    return drive(table.client(), timeLeft);
  }

  /** Drives by that client for as long as there is time. */
  DriveVerdict drive(DynamoDbClient dynamo, BooleanSupplier timeLeft) {
    try {
      return driver(dynamo, queue.sqs()).drive(name, timeLeft);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A process that dies drives, as far as it comes. */
  void driveAs(Mortal process) {
    drive(
        process.client(DynamoDbClient.class, table.client()),
        process.client(SqsClient.class, queue.sqs()));
  }

  /** The same, where only calls of the queue kill. */
  void driveSendingAs(Mortal process) {
    drive(table.client(), process.client(SqsClient.class, queue.sqs()));
  }

  /** Drives to the end, with others at work just before each of its transactions. */
  void driveMeddledWith(Runnable others) {
    drive(MeddledClient.of(table.client(), others), queue.sqs());
  }

  /** Drives to the end by that client. */
  void drive(DynamoDbClient dynamo) {
    drive(dynamo, queue.sqs());
  }

  private void drive(DynamoDbClient dynamo, SqsClient sqs) {
    try {
      DriveVerdict _ = driver(dynamo, sqs).drive(name, within(Duration.ofHours(1)));
    } catch (Mortal.Killed _) {
      // Somebody else goes on.
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  BooleanSupplier within(Duration time) {
    var end = clock.instant().plus(time);
    return () -> clock.instant().isBefore(end);
  }

  Replay replay() {
    return opsTable(table.client()).replays().find(name).orElseThrow();
  }

  ReplayCounts counts() {
    return replay().counts();
  }

  List<Entry> entries() {
    return opsTable(table.client()).replayEntries().page(name, null, 1_000).items();
  }

  Row request(RequestId id) {
    return new Row(table.item(Keys.request(id)));
  }

  Row letter(RequestId id) {
    return new Row(table.item(Keys.deadLetter(id)));
  }

  String statusOf(RequestId id) {
    return request(id).text(Attribute.STATUS);
  }

  String stateOf(RequestId id) {
    return Objects.requireNonNull(letter(id).textOrNull(Attribute.STATE));
  }

  static OpsTable opsTable(DynamoDbClient dynamo, String name) {
    return new OpsTable(dynamo, name);
  }

  OpsTable opsTable(DynamoDbClient dynamo) {
    return opsTable(dynamo, table.name());
  }
}
