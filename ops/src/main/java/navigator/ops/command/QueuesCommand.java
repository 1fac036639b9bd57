package navigator.ops.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import navigator.ops.PendingRequest;
import navigator.ops.QueueReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what waits. */
@Command(
    name = "queues",
    mixinStandardHelpOptions = true,
    description = "Tells what is in the queues, and which request has been waiting longest.",
    footer = Exit.FOOTER)
final class QueuesCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (Session session = target.open()) {
      QueueReport report = session.queues().read();
      if (output.isJson()) {
        output.json(report);
      } else {
        print(report, session);
      }
      return Exit.OK;
    }
  }

  private void print(QueueReport report, Session session) {
    Table table = new Table("QUEUE", "WAITING", "IN FLIGHT", "DELAYED");
    report
        .queues()
        .forEach(
            queue -> table.row(queue.queue(), queue.waiting(), queue.inFlight(), queue.delayed()));
    table.print(output);
    PendingRequest pending = report.pending();
    output.line(
        pending == null
            ? "no request is pending"
            : "oldest pending request: %s, for %s, deadline %s"
                .formatted(
                    pending.requestId(),
                    Text.duration(Duration.between(pending.since(), session.clock().instant())),
                    Text.time(pending.deadlineAt())));
  }
}
