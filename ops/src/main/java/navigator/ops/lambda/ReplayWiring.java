package navigator.ops.lambda;

import java.time.InstantSource;
import java.util.Map;
import navigator.ops.aws.OpsQueues;
import navigator.ops.aws.OpsTable;
import navigator.ops.replay.CountReplays;
import navigator.ops.replay.DriveReplay;
import navigator.ops.replay.DriveReplays;
import navigator.ops.replay.ReplayConfig;
import navigator.ops.replay.ReplayStages;

/**
 * The parts of the function that drives replays.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record ReplayWiring(DriveReplays driveReplays, CountReplays countReplays, Priming priming) {

  static ReplayWiring of(Map<String, String> environment) {
    ReplayConfig config = ReplayConfig.of(environment);
    OpsTable table = OpsTable.connect(config.tableName());
    ReplayStages stages =
        table.replayStages(OpsQueues.connect().requests(config.requestQueueUrl()), Thread::sleep);
    return new ReplayWiring(
        new DriveReplays(table.replays(), new DriveReplay(stages, InstantSource.system())),
        new CountReplays(table.metricMarks()),
        Priming.with(table.replaysWarmUp()));
  }
}
