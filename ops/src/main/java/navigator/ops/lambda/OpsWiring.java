package navigator.ops.lambda;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Page;
import navigator.contracts.metric.FunctionName;
import navigator.ops.GroupLetters;
import navigator.ops.ListLetters;
import navigator.ops.OpsConfig;
import navigator.ops.Queues;
import navigator.ops.ReadAudit;
import navigator.ops.ReadQueues;
import navigator.ops.TellStory;
import navigator.ops.aws.OpsQueues;
import navigator.ops.aws.OpsTable;
import navigator.ops.http.AnswerOps;
import navigator.ops.http.OpsParts;
import navigator.ops.replay.CancelReplay;
import navigator.ops.replay.PlanReplay;
import navigator.ops.replay.ReadReplays;
import navigator.ops.replay.StartReplay;

/**
 * The parts of the function that answers operators.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record OpsWiring(AnswerOps answerOps, Priming priming) {

  static OpsWiring of(Map<String, String> environment) {
    OpsConfig config = OpsConfig.of(environment);
    OpsTable table = OpsTable.connect(config.tableName());
    Queues queues = OpsQueues.connect().depths(config.queueUrls());
    return new OpsWiring(
        new AnswerOps(parts(table, queues, InstantSource.system())),
        Priming.with(rehearsal(table.replaysWarmUp())));
  }

  private static OpsParts parts(OpsTable table, Queues queues, InstantSource clock) {
    return new OpsParts(
        new ListLetters(table.letterIndex(), clock),
        new GroupLetters(table.letterIndex()),
        new TellStory(table.letters(), table.audit(), clock),
        new ReadQueues(queues, table.pendingIndex()),
        new ReadAudit(table.audit(), clock),
        new PlanReplay(table.parkedLetters(), table.earlierUsage(), clock),
        new StartReplay(table.replayStarts(), clock),
        new ReadReplays(table.replays(), table.replayEntries()),
        new CancelReplay(table.replayStarts(), clock),
        clock);
  }

  private static Runnable rehearsal(Runnable readWarmUp) {
    return () -> {
      Responses.guarded(
          FunctionName.OPS, () -> HttpAnswer.json(200, new Page<>(List.of(), null), Map.of()));
      readWarmUp.run();
    };
  }
}
