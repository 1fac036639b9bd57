package navigator.ops.command;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;
import navigator.ops.Operator;
import navigator.ops.QueueDepth;
import navigator.ops.RedriveReport;
import navigator.ops.StackQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Empties a failure queue into what is before it. */
@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    description = "Takes what is in a failure queue back to where it failed.",
    footer = {
      "dead-letters-failed is moved by SQS itself; the events in the others are published again,"
          + " and each is deleted once the bus has it.",
      Exit.FOOTER
    })
final class RedriveCommand implements Callable<Integer> {

  /** The queues that it takes. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(StackQueue.values())
          .filter(StackQueue::holdsFailures)
          .map(StackQueue::wireName)
          .iterator();
    }
  }

  @Mixin private Target target = new Target();
  @Mixin private Consent consent = new Consent();
  @Mixin private Output output = new Output();

  @Parameters(
      paramLabel = "QUEUE",
      completionCandidates = Names.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String name = "";

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "The most events that are looked at; default: as many as there are now.")
  private @Nullable Long most;

  @Override
  public Integer call() throws InterruptedException {
    StackQueue queue =
        StackQueue.ofWireName(name)
            .filter(StackQueue::holdsFailures)
            .orElseThrow(() -> CommandFailed.usage("'" + name + "' is no failure queue"));
    checkMost(queue);
    consent.check();
    try (Session session = target.open()) {
      QueueDepth depth = session.stack().queues().depth(queue);
      if (consent.isDryRun() || depth.waiting() == 0) {
        return tell(depth);
      }
      String question = "redrive %d messages of %s?".formatted(depth.waiting(), name);
      if (!consent.given(question)) {
        throw CommandFailed.failed("nothing was done");
      }
      return tell(redrive(session, queue, depth.waiting()));
    }
  }

  private void checkMost(StackQueue queue) {
    Long limit = most;
    if (limit != null && limit < 1) {
      throw CommandFailed.usage("--max is at least 1");
    }
    if (limit != null && queue == StackQueue.DEAD_LETTERS_FAILED) {
      throw CommandFailed.usage("--max is for events: SQS moves a whole queue");
    }
  }

  private RedriveReport redrive(Session session, StackQueue queue, long waiting)
      throws InterruptedException {
    Operator operator = session.operator(consent.reason());
    long limit = most == null ? waiting : most;
    return switch (queue) {
      case DEAD_LETTERS_FAILED ->
          session
              .redrive()
              .move(queue, session.stack().deadLettersBack(), operator, this::progress);
      case OUTCOME_EVENTS_FAILED ->
          session
              .redrive()
              .publish(
                  queue,
                  session.stack().failedEvents(),
                  session.stack().bus(),
                  limit,
                  operator,
                  this::progress);
      case OUTCOME_INVOKES_FAILED ->
          session
              .redrive()
              .publish(
                  queue,
                  session.stack().failedInvocations(),
                  session.stack().bus(),
                  limit,
                  operator,
                  this::progress);
      case REQUESTS, DEAD_LETTERS -> throw new IllegalStateException("It holds no failures");
    };
  }

  private void progress(long messages) {
    if (!output.isJson()) {
      output.note(messages + " messages so far");
    }
  }

  private int tell(QueueDepth depth) {
    if (output.isJson()) {
      output.json(Map.of("queue", name, "matched", depth.waiting()));
    } else {
      output.line("%s: %d messages would be redriven".formatted(name, depth.waiting()));
    }
    return depth.waiting() == 0 ? Exit.NOTHING : Exit.OK;
  }

  private int tell(RedriveReport report) {
    if (output.isJson()) {
      output.json(report);
    } else {
      output.line(
          "%s: matched %d, done %d, unreadable %d, refused %d"
              .formatted(
                  name, report.matched(), report.done(), report.unreadable(), report.refused()));
    }
    if (report.failure() != null) {
      throw CommandFailed.failed(report.failure());
    }
    return report.unreadable() + report.refused() > 0 ? Exit.UNFINISHED : Exit.OK;
  }
}
