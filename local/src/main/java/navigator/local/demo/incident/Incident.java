package navigator.local.demo.incident;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.RequestId;
import navigator.local.TimeScale;
import navigator.local.alarm.Alarm;
import navigator.local.alarm.AlarmReading;
import navigator.local.alarm.MetricLines;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.Fault;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.FaultScript;
import navigator.local.bedrock.Latency;
import navigator.local.chaos.Ledger;
import navigator.local.chaos.StackHistory;
import navigator.local.chaos.TableReading;
import navigator.local.chaos.check.Checker;
import navigator.local.demo.Check;
import navigator.local.demo.Summary;
import navigator.local.ops.OpsProgram;
import navigator.local.stack.BedrockChoice;
import navigator.local.stack.LocalStack;
import navigator.local.stack.LocalStackOptions;
import navigator.local.template.Alarms;
import navigator.local.terminal.Ink;
import navigator.local.terminal.LiveLine;
import software.amazon.awssdk.core.exception.AbortedException;

/** The model goes down under load, comes back, and the operator has everything answered. */
public final class Incident {

  /** So that schedules, which the sweep and the replay run by, do not make the story long. */
  private static final TimeScale SCALE = new TimeScale(12);

  private static final long SEED = 1;
  private static final Duration SHORT_DEADLINE = Duration.ofSeconds(30);
  private static final Duration LONG_DEADLINE = Duration.ofMinutes(5);

  /** The promise is to end two minutes after the deadline at the latest. */
  private static final Duration ALLOWANCE = Duration.ofMinutes(2);

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final String REPLAY = "after-the-outage";

  private final Path cloudAssembly;
  private final OpsProgram program;
  private final LiveLine progress;
  private final PrintWriter out;
  private final Ink ink;
  private final Ledger ledger = new Ledger(Cast.MARK);
  private final MetricLines metrics = new MetricLines();

  /**
   * An incident.
   *
   * @param cloudAssembly the folder that the CDK synthesized
   * @param program the operator's commands
   * @param progress where to show what is waited for
   */
  public Incident(
      Path cloudAssembly, OpsProgram program, LiveLine progress, PrintWriter out, Ink ink) {
    this.cloudAssembly = cloudAssembly;
    this.program = program;
    this.progress = progress;
    this.out = out;
    this.ink = ink;
  }

  /** How the stack has to be started. */
  public LocalStackOptions options(Path directory) {
    var settings = new EmulatorSettings(0, SEED, Latency.TYPICAL, FaultRates.NONE);
    return LocalStackOptions.of(cloudAssembly, directory, ledger)
        .alsoLoggingTo(metrics)
        .with(new BedrockChoice.Emulated(settings, FaultScript.none()))
        .with(SCALE);
  }

  /**
   * Runs on a stack that was started with the {@link #options}.
   *
   * @return whether everything ended as it should
   * @throws StoryBroken if it cannot go on
   */
  public boolean run(LocalStack stack) throws IOException, InterruptedException {
    try {
      return tell(stack);
    } catch (AbortedException e) {
      // So the SDK tells of an interrupt; what is to be closed now needs calls that it would end.
      var _ = Thread.interrupted();
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
  }

  private boolean tell(LocalStack stack) throws IOException, InterruptedException {
    List<Alarm> alarms = Alarms.read(cloudAssembly);
    var ops = new OpsTerminal(stack, program, out, ink);
    try (var people = new People(stack, ledger);
        var table = new TableReading(stack)) {
      quietMinute(people, table);
      outage(stack, people, table);
      List<AlarmReading> readings = alarms(alarms);
      operate(ops, letterOfTheTest(people));
      recovery(stack, people, table);
      replay(ops);
      return conclude(stack, people, table, readings, ops);
    }
  }

  private void quietMinute(People people, TableReading table) throws InterruptedException {
    chapter("All is well: six people ask");
    ask(people, Cast.before(), LONG_DEADLINE);
    untilEnded(table);
    new Conversations(out, ink).print(people.look());
  }

  private void outage(LocalStack stack, People people, TableReading table)
      throws InterruptedException {
    List<Inquiry> inquiries = Cast.during();
    Set<String> refused = Cast.refused();
    chapter(
        "The model goes down: Bedrock answers 403 to %d of the next questions, 503 to all others"
            .formatted(refused.size()));
    play(
        stack,
        question ->
            Optional.of(
                new Fault.Refused(
                    refused.contains(question)
                        ? BedrockError.ACCESS_DENIED
                        : BedrockError.SERVICE_UNAVAILABLE)));
    ask(people, inquiries, SHORT_DEADLINE);
    out.println(
        "  %d questions were accepted, to be answered within %d s"
            .formatted(inquiries.size(), SHORT_DEADLINE.toSeconds()));
    out.flush();
    untilEnded(table);
    show(people.look());
  }

  private List<AlarmReading> alarms(List<Alarm> alarms) {
    chapter("What the alarms of the template make of what the functions wrote");
    Instant now = Instant.now();
    List<AlarmReading> readings = alarms.stream().map(alarm -> alarm.at(now, metrics)).toList();
    new AlarmReport(out, ink).print(readings);
    return readings;
  }

  /** Where everybody is, and what the first who lost an answer reads. */
  private void show(List<Case> cases) {
    var conversations = new Conversations(out, ink);
    conversations.print(cases);
    cases.stream().filter(Case::fellBack).findFirst().ifPresent(conversations::printReply);
  }

  private RequestId letterOfTheTest(People people) throws InterruptedException {
    return people.look().stream()
        .filter(one -> one.inquiry().equals(Cast.test()))
        .map(Case::id)
        .findFirst()
        .orElseThrow();
  }

  private void operate(OpsTerminal ops, RequestId test) throws InterruptedException {
    chapter("The operator looks: what failed, and why?");
    out.println(
        ink.dim(
            "  (So beside ./navigator up; on AWS with --stack NAME and your AWS credentials.)"));
    ops.run("dead-letters", "groups", "--since", "1h");
    ops.run("dead-letters", "show", test.value());
    ops.run(
        "dead-letters", "discard", test.value(), "--yes", "--reason", "our own test of the form");
  }

  private void recovery(LocalStack stack, People people, TableReading table)
      throws InterruptedException {
    chapter("The model comes back: a new question is answered");
    play(stack, FaultScript.none());
    ask(people, List.of(Cast.after()), LONG_DEADLINE);
    untilEnded(table);
    new Conversations(out, ink).print(List.of(people.look().getLast()));
  }

  private void replay(OpsTerminal ops) throws InterruptedException {
    chapter("The operator has the rest asked again: three first, then all, two a second");
    ops.run("replay", "plan", "--all", "--rate", "120");
    ops.run(
        "replay",
        "run",
        REPLAY,
        "--all",
        "--canary",
        "3",
        "--rate",
        "120",
        "--yes",
        "--reason",
        "the model is back");
  }

  private boolean conclude(
      LocalStack stack,
      People people,
      TableReading table,
      List<AlarmReading> alarms,
      OpsTerminal ops)
      throws InterruptedException {
    chapter("The same conversations now");
    List<Case> cases = people.look();
    show(cases);
    chapter("Who did what, and why");
    ops.run("audit");
    chapter("What the table, the queues and the model's own log say");
    var found = table.read();
    var history = StackHistory.of(stack, found, ledger, List.of(), List.of());
    List<Check> checks =
        new IncidentChecks(
                cases,
                new Checker(history, ALLOWANCE).verdict(),
                found.letters(),
                alarms,
                ops.failed())
            .all();
    new Summary(out, ink).checks(checks);
    return checks.stream().allMatch(Check::kept);
  }

  private void ask(People people, List<Inquiry> inquiries, Duration deadline)
      throws InterruptedException {
    int asked = 0;
    for (Inquiry inquiry : inquiries) {
      people.ask(inquiry, deadline);
      asked++;
      progress.show("asking", ": %d of %d".formatted(asked, inquiries.size()));
    }
    progress.close();
  }

  private void untilEnded(TableReading table) throws InterruptedException {
    long start = System.nanoTime();
    int pending = table.pending();
    while (pending > 0) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(LONG_DEADLINE.plus(ALLOWANCE)) > 0) {
        throw new StoryBroken(pending + " requests have not ended");
      }
      progress.show(
          "waiting until all have ended",
          ": %d to go, %d s".formatted(pending, waited.toSeconds()));
      Thread.sleep(LOOK);
      pending = table.pending();
    }
    progress.close();
  }

  private static void play(LocalStack stack, FaultScript script) {
    stack.emulator().orElseThrow().play(script);
  }

  private void chapter(String title) {
    out.println();
    out.println(ink.bold(title));
    out.flush();
  }
}
