package navigator.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import navigator.local.ops.OpsCommandLine;
import navigator.local.ops.OpsProgram;
import navigator.local.stack.LocalStack;

/** The operators of a run, who work while clients ask and for a while after. */
final class OperatorCrew implements AutoCloseable {

  private static final int API_OPERATORS = 2;
  private static final int FEWEST_COMMANDS = 3;
  private static final int REQUESTS_A_COMMAND = 500;
  private static final int MOST_TRIES = 20;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration AFTERWARDS = Duration.ofSeconds(5);

  private final ChaosPlan plan;
  private final Ledger ledger;
  private final Injected injected;
  private final LocalStack stack;
  private final LoadClock clock;
  private final OpsCommandLine commands;
  private final List<Thread> operators = new ArrayList<>();
  private final Queue<IllegalStateException> faults = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  /**
   * A crew.
   *
   * @param ops the operator's commands
   */
  OperatorCrew(
      ChaosPlan plan,
      Ledger ledger,
      Injected injected,
      LoadClock clock,
      LocalStack stack,
      OpsProgram ops) {
    this.plan = plan;
    this.ledger = ledger;
    this.injected = injected;
    this.clock = clock;
    this.stack = stack;
    this.commands = OpsCommandLine.of(stack, ops);
  }

  void start() {
    for (int number = 0; number < API_OPERATORS; number++) {
      String name = "desk-" + number;
      operators.add(started(name, this::workOverHttp));
    }
    operators.add(started("terminal", this::workAtCommandLine));
  }

  /**
   * Lets them go on for a while; the last thing is a replay of all that is left.
   *
   * @throws IllegalStateException if one of them could not work: nothing would have been tried
   */
  void finish() throws InterruptedException {
    Thread.sleep(AFTERWARDS);
    over = true;
    for (Thread operator : operators) {
      operator.join();
    }
    if (!faults.isEmpty()) {
      throw faults.element();
    }
    replayTheRest();
  }

  // Without it what is left would be asked at the low rates of those before it.
  private void replayTheRest() throws InterruptedException {
    var chances = new OperatorPlan(plan, "last");
    try (var api = new ApiOperator(stack, "last", chances, ledger)) {
      for (int tries = 0; tries < MOST_TRIES && !api.replay(chances.last()); tries++) {
        Thread.sleep(LOOK);
      }
    }
  }

  @FunctionalInterface
  private interface Work {
    void as(String name) throws InterruptedException;
  }

  private Thread started(String name, Work work) {
    return Thread.ofVirtual().name(name).start(() -> workOrReport(name, work));
  }

  private void workOrReport(String name, Work work) {
    try {
      work.as(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      faults.add(new IllegalStateException(name + " went home", e));
    }
  }

  private void workOverHttp(String name) throws InterruptedException {
    var chances = new OperatorPlan(plan, name);
    try (var api = new ApiOperator(stack, name, chances, ledger)) {
      while (!over) {
        clock.await(chances.pause());
        switch (chances.next()) {
          case OperatorAct.Look(String states) -> api.look(states);
          case OperatorAct.Replay replay -> {
            var _ = api.replay(replay);
          }
        }
      }
    }
  }

  private void workAtCommandLine(String name) throws InterruptedException {
    var chances = new OperatorPlan(plan, name);
    int commandsInAll = FEWEST_COMMANDS + plan.requests() / REQUESTS_A_COMMAND;
    try (var api = new ApiOperator(stack, name, chances, ledger)) {
      var cli = new CliOperator(commands, api, chances, ledger, injected);
      for (int number = 0; number < commandsInAll; number++) {
        int due = plan.requests() * (number + 1) / (commandsInAll + 1);
        while (ledger.size() < due && !over) {
          Thread.sleep(LOOK);
        }
        cli.act(chances.atCommandLine(number), () -> !over);
      }
    }
  }

  /** Sends home who still works, and waits until they have gone. */
  void sendHome() {
    operators.forEach(Thread::interrupt);
    try {
      for (Thread operator : operators) {
        operator.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    sendHome();
  }
}
