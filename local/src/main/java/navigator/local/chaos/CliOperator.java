package navigator.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.local.chaos.check.Operations.Command;
import navigator.local.ops.OpsCommandLine;

/**
 * An operator at a terminal: each command is a process of its own, and some die as they drive a
 * replay. What to do it about is looked up over HTTP. For one thread.
 */
final class CliOperator {

  private static final int MOST_TRIES = 2;
  private static final int MOST_DISCARDS = 5;
  private static final int NOTHING = 3;
  private static final int UNFINISHED = 4;
  private static final int NEWEST = 50;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  // Slow enough to have something left when its driver dies.
  private static final List<String> TERMS =
      List.of("--all --rate 120 --max 200 --canary 0 --stop-share 1 --deadline 30".split(" ", -1));

  private final OpsCommandLine commands;
  private final ApiOperator api;
  private final OperatorPlan plan;
  private final Ledger ledger;
  private final Injected injected;
  private int changes;

  CliOperator(
      OpsCommandLine commands,
      ApiOperator api,
      OperatorPlan plan,
      Ledger ledger,
      Injected injected) {
    this.commands = commands;
    this.api = api;
    this.plan = plan;
    this.ledger = ledger;
    this.injected = injected;
  }

  /**
   * Does it, as soon as there is something to do it about.
   *
   * @param patient whether to wait for that
   */
  void act(CliAct act, BooleanSupplier patient) throws InterruptedException {
    switch (act) {
      case CliAct.Discard(int most) -> {
        // Some of them are asked by a replay at this moment, and some commands fail: others then.
        boolean done;
        int tries = 0;
        do {
          List<String> ids = some("parked,replaying", most, patient);
          done = !ids.isEmpty() && change("discard", "discarded", ids);
          tries++;
        } while (!done && tries < MOST_DISCARDS && patient.getAsBoolean());
      }
      case CliAct.Restore(int most) -> {
        List<String> ids = some("discarded", most, patient);
        if (!ids.isEmpty()) {
          var _ = change("restore", "parked", ids);
          api.replay(ids);
        }
      }
      case CliAct.Drive drive -> {
        if (!some("parked", 1, patient).isEmpty()) {
          drive(drive);
        }
      }
    }
  }

  private List<String> some(String states, int most, BooleanSupplier patient)
      throws InterruptedException {
    List<String> found = new ArrayList<>(api.letters(states, NEWEST));
    while (found.isEmpty() && patient.getAsBoolean()) {
      Thread.sleep(LOOK);
      found.addAll(api.letters(states, NEWEST));
    }
    List<String> some = new ArrayList<>();
    while (some.size() < most && !found.isEmpty()) {
      String one = plan.any(found);
      found.remove(one);
      some.add(one);
    }
    return some;
  }

  // Whether it is known to have changed one of them at least.
  private boolean change(String action, String state, List<String> ids)
      throws InterruptedException {
    changes++;
    String reason = "chaos wants to %s, change %d".formatted(action, changes);
    List<String> arguments = new ArrayList<>(List.of("dead-letters", action, "--json", "--yes"));
    arguments.addAll(List.of("--reason", reason));
    arguments.addAll(ids);
    JsonNode report = report(arguments);
    for (int tries = 1;
        tries < MOST_TRIES && report.isMissingNode() && plan.triesAgain();
        tries++) {
      report = report(arguments);
    }
    // What an earlier try had done, this one finds as it should be.
    int asWanted = report.path("done").asInt() + report.path("skipped_" + state).asInt();
    boolean told = report.path("done").asInt() > 0 && asWanted == ids.size();
    ledger.did(new Command(action, "", ids, commands.actor(), reason, told));
    return report.path("done").asInt() > 0;
  }

  // Missing if the command failed, or did not end.
  private JsonNode report(List<String> arguments) throws InterruptedException {
    Process process = started(arguments, ProcessBuilder.Redirect.PIPE);
    try {
      var out = CompletableFuture.supplyAsync(() -> text(process), Thread::startVirtualThread);
      return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
              && Set.of(0, NOTHING).contains(process.exitValue())
              && Wire.readTree(out.join()) instanceof Read.Valid<JsonNode>(JsonNode report)
          ? report
          : MissingNode.getInstance();
    } finally {
      process.destroyForcibly();
    }
  }

  private void drive(CliAct.Drive drive) throws InterruptedException {
    String reason = "chaos wants to drive " + drive.name();
    List<String> arguments = new ArrayList<>(List.of("replay", "run", drive.name(), "--yes"));
    arguments.addAll(TERMS);
    arguments.addAll(List.of("--reason", reason));
    Process process = started(arguments, ProcessBuilder.Redirect.DISCARD);
    boolean told;
    try {
      boolean seen = isSeen(drive.name(), process);
      if (drive.killed().isPresent()) {
        Thread.sleep(drive.killed().get());
        kill(process);
      } else if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
        var _ = process.waitFor();
      }
      int exitCode = process.waitFor();
      told = seen || exitCode == 0 || exitCode == UNFINISHED;
    } finally {
      process.destroyForcibly();
    }
    ledger.did(new Command("replay", drive.name(), List.of(), commands.actor(), reason, told));
  }

  private boolean isSeen(String name, Process process) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      if (api.shows(name)) {
        return true;
      }
      Thread.sleep(LOOK);
    }
    return api.shows(name);
  }

  private void kill(Process process) {
    if (process.isAlive()) {
      process.destroyForcibly();
      injected.count(Kind.DRIVER_KILLED);
    }
  }

  private Process started(List<String> arguments, ProcessBuilder.Redirect out) {
    try {
      return commands
          .of(arguments)
          .redirectOutput(out)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("The operator's command does not run", e);
    }
  }

  private static String text(Process process) {
    try {
      return process.inputReader().readAllAsString();
    } catch (IOException e) {
      return "";
    }
  }
}
