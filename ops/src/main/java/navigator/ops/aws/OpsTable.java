package navigator.ops.aws;

import navigator.ops.AuditTrail;
import navigator.ops.LetterIndex;
import navigator.ops.LetterReader;
import navigator.ops.LetterWriter;
import navigator.ops.Pause;
import navigator.ops.PendingIndex;
import navigator.ops.replay.EarlierUsage;
import navigator.ops.replay.MetricMarks;
import navigator.ops.replay.ParkedLetters;
import navigator.ops.replay.ReplayEntries;
import navigator.ops.replay.ReplayQueue;
import navigator.ops.replay.ReplayReader;
import navigator.ops.replay.ReplayStages;
import navigator.ops.replay.ReplayStarts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The single table as operators see it, connected. Safe for use by many threads. */
public final class OpsTable {

  private final DynamoDbClient dynamo;
  private final String name;

  /** The table of that name, by a client that was made elsewhere. */
  public OpsTable(DynamoDbClient dynamo, String name) {
    this.dynamo = dynamo;
    this.name = name;
  }

  /** The table of that name, with the credentials, region and endpoint of the platform. */
  public static OpsTable connect(String name) {
    return new OpsTable(Clients.dynamo(), name);
  }

  public LetterIndex letterIndex() {
    return new DynamoLetterIndex(dynamo, name);
  }

  public LetterReader letters() {
    return new DynamoLetters(dynamo, name);
  }

  public LetterWriter letterWriter() {
    return new DynamoLetterWriter(dynamo, name);
  }

  public PendingIndex pendingIndex() {
    return new DynamoPendingIndex(dynamo, name);
  }

  public AuditTrail audit() {
    return new DynamoAuditTrail(dynamo, name);
  }

  public ReplayReader replays() {
    return new DynamoReplays(dynamo, name);
  }

  /** Loads the client, by a query of the index alone; writes nothing. */
  public Runnable replaysWarmUp() {
    return new ReadWarmUp(() -> replays().active());
  }

  public ReplayStarts replayStarts() {
    return new DynamoReplays(dynamo, name);
  }

  public ReplayEntries replayEntries() {
    return new DynamoReplayEntries(dynamo, name);
  }

  public MetricMarks metricMarks() {
    return new DynamoMetricMarks(dynamo, name);
  }

  public ParkedLetters parkedLetters() {
    return new DynamoParkedLetters(dynamo, name);
  }

  public EarlierUsage earlierUsage() {
    return new DynamoEarlierUsage(dynamo, name);
  }

  /**
   * What replays are driven with.
   *
   * @param queue that the workers read
   * @param pause lets time pass between two looks
   */
  public ReplayStages replayStages(ReplayQueue queue, Pause pause) {
    return new ReplayStages(
        new DynamoReplayLeases(dynamo, name),
        parkedLetters(),
        replayEntries(),
        new DynamoRequestSnapshots(dynamo, name),
        new DynamoReplayWrites(dynamo, name),
        queue,
        pause);
  }
}
