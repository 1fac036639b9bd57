package navigator.ops.command;

import java.time.InstantSource;
import navigator.ops.ChangeLetters;
import navigator.ops.ExportLetters;
import navigator.ops.GroupLetters;
import navigator.ops.ListLetters;
import navigator.ops.Operator;
import navigator.ops.ReadAudit;
import navigator.ops.ReadQueues;
import navigator.ops.RedriveQueue;
import navigator.ops.TellStory;
import navigator.ops.aws.AwsAccount;
import navigator.ops.aws.ConnectedStack;
import navigator.ops.aws.OpsTable;
import navigator.ops.replay.CancelReplay;
import navigator.ops.replay.DriveReplay;
import navigator.ops.replay.PlanReplay;
import navigator.ops.replay.ReadReplays;
import navigator.ops.replay.ReplayPlan;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import navigator.ops.replay.StartReplay;

/** A stack as a command works with it. */
record Session(AwsAccount account, ConnectedStack stack) implements AutoCloseable {

  private static final InstantSource CLOCK = InstantSource.system();

  InstantSource clock() {
    return CLOCK;
  }

  private OpsTable table() {
    return stack.table();
  }

  /** Who acts, by the caller's identity, and why. */
  Operator operator(String reason) {
    return new Operator(account.caller(), reason);
  }

  ListLetters list() {
    return new ListLetters(table().letterIndex(), CLOCK);
  }

  GroupLetters groups() {
    return new GroupLetters(table().letterIndex());
  }

  TellStory stories() {
    return new TellStory(table().letters(), table().audit(), CLOCK);
  }

  ChangeLetters changes() {
    return new ChangeLetters(
        table().letterIndex(), table().letters(), table().letterWriter(), table().audit(), CLOCK);
  }

  ExportLetters exports() {
    return new ExportLetters(table().letterIndex(), table().letters(), table().audit(), CLOCK);
  }

  ReadAudit audit() {
    return new ReadAudit(table().audit(), CLOCK);
  }

  ReadQueues queues() {
    return new ReadQueues(stack.queues(), table().pendingIndex());
  }

  RedriveQueue redrive() {
    return new RedriveQueue(stack.queues(), table().audit(), CLOCK, Thread::sleep);
  }

  /** What a replay would do. */
  ReplayPlan plan(Selection selection, ReplayTerms terms) {
    return new PlanReplay(table().parkedLetters(), table().earlierUsage(), CLOCK)
        .plan(selection, terms);
  }

  StartReplay starting() {
    return new StartReplay(table().replayStarts(), CLOCK);
  }

  CancelReplay cancelling() {
    return new CancelReplay(table().replayStarts(), CLOCK);
  }

  ReadReplays replays() {
    return new ReadReplays(table().replays(), table().replayEntries());
  }

  DriveReplay driving() {
    return new DriveReplay(table().replayStages(stack.requests(), Thread::sleep), CLOCK);
  }

  @Override
  public void close() {
    stack.close();
    account.close();
  }
}
