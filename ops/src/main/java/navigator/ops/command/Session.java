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

  @Override
  public void close() {
    stack.close();
    account.close();
  }
}
