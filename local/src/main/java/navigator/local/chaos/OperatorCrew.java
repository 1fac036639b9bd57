package navigator.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import navigator.local.ops.OpsCommandLine;
import navigator.local.stack.LocalStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operators of a run, who work while clients ask and for a while after. */
final class OperatorCrew implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorCrew.class);
  private static final int DESKS = 2;
  private static final int FEWEST_COMMANDS = 3;
  private static final int REQUESTS_A_COMMAND = 500;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration AFTERWARDS = Duration.ofSeconds(5);

  private final ChaosPlan plan;
  private final Ledger ledger;
  private final Injected injected;
  private final LocalStack stack;
  private final OpsCommandLine commands;
  private final List<Thread> operators = new ArrayList<>();
  private volatile boolean over;

  /**
   * A crew.
   *
   * @param opsClassPath of the operator's commands
   */
  OperatorCrew(
      ChaosPlan plan, Ledger ledger, Injected injected, LocalStack stack, String opsClassPath) {
    this.plan = plan;
    this.ledger = ledger;
    this.injected = injected;
    this.stack = stack;
    this.commands = new OpsCommandLine(stack, opsClassPath);
  }

  void start() {
    for (int desk = 0; desk < DESKS; desk++) {
      String name = "desk-" + desk;
      operators.add(started(name, this::workAtDesk));
    }
    operators.add(started("terminal", this::workAtTerminal));
  }

  /** Lets them go on for a while; the last thing is a replay of all that is left. */
  void finish() throws InterruptedException {
    Thread.sleep(AFTERWARDS);
    over = true;
    for (Thread operator : operators) {
      operator.join();
    }
    var chances = new OperatorPlan(plan, "last");
    try (var desk = new OpsDesk(stack, "last", chances, ledger)) {
      desk.replay(chances.last());
    }
  }

  @FunctionalInterface
  private interface Work {
    void as(String name) throws InterruptedException;
  }

  private static Thread started(String name, Work work) {
    return Thread.ofVirtual().name(name).start(() -> workOrReport(name, work));
  }

  private static void workOrReport(String name, Work work) {
    try {
      work.as(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("{} went home", name, e);
    }
  }

  private void workAtDesk(String name) throws InterruptedException {
    var chances = new OperatorPlan(plan, name);
    try (var desk = new OpsDesk(stack, name, chances, ledger)) {
      while (!over) {
        Thread.sleep(chances.pause());
        switch (chances.next()) {
          case OperatorAct.Look(String states) -> desk.look(states);
          case OperatorAct.Replay replay -> desk.replay(replay);
        }
      }
    }
  }

  private void workAtTerminal(String name) throws InterruptedException {
    var chances = new OperatorPlan(plan, name);
    int commandsInAll = FEWEST_COMMANDS + plan.requests() / REQUESTS_A_COMMAND;
    try (var desk = new OpsDesk(stack, name, chances, ledger)) {
      var terminal = new OpsTerminal(commands, desk, chances, ledger, injected);
      for (int number = 0; number < commandsInAll; number++) {
        int due = plan.requests() * (number + 1) / (commandsInAll + 1);
        while (ledger.size() < due && !over) {
          Thread.sleep(LOOK);
        }
        terminal.act(chances.atTerminal(number), () -> !over);
      }
    }
  }

  @Override
  public void close() {
    operators.forEach(Thread::interrupt);
  }
}
