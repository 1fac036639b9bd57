package navigator.bench.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import navigator.bench.machine.Machine;
import navigator.bench.machine.MachineWatch;
import navigator.bench.stack.Yardstick;
import navigator.local.stack.LocalStack;

/** Requests one after the other, on a stack that does nothing else, each beside a transaction. */
record Timing(LocalStack stack, Meter meter, Asking asking) {

  /** So many that none asks for more than one user may. */
  private static final int USERS = 20;

  /**
   * What was seen, in milliseconds.
   *
   * @param submit from the call to the 202
   * @param added from the 202 to the completion, without the model's time
   * @param transaction of three items
   */
  record Result(Percentiles submit, Percentiles added, Percentiles transaction, Machine machine) {}

  /** Throws away the first requests, and measures the others. */
  Result run(int warmUp, int timed, Consumer<String> progress)
      throws IOException, InterruptedException {
    List<Asker> askers = new ArrayList<>();
    try (Yardstick yardstick = new Yardstick(stack)) {
      for (int i = 0; i < USERS; i++) {
        askers.add(new Asker(stack, meter, "timing-" + i));
      }
      for (int i = 0; i < warmUp; i++) {
        progress.accept("warming up, %d of %d".formatted(i, warmUp));
        ask(askers.get(i % USERS), yardstick, i);
      }
      List<Sample> samples = new ArrayList<>();
      try (MachineWatch watch = new MachineWatch()) {
        for (int i = 0; i < timed; i++) {
          progress.accept("times, %d of %d requests".formatted(i, timed));
          samples.add(ask(askers.get(i % USERS), yardstick, warmUp + i));
        }
        return new Result(
            new Percentiles(samples.stream().map(Sample::submit).toList()),
            new Percentiles(samples.stream().map(Sample::added).toList()),
            new Percentiles(samples.stream().map(Sample::transaction).toList()),
            watch.machine());
      }
    } finally {
      askers.forEach(Asker::close);
    }
  }

  private record Sample(double submit, double added, double transaction) {}

  private Sample ask(Asker asker, Yardstick yardstick, int number) throws InterruptedException {
    Asker.Accepted accepted = asker.submit(asking.question(number), Optional.empty());
    double added = asker.completed(accepted) - Asking.MODEL.toMillis();
    return new Sample(accepted.submitMillis(), added, yardstick.milliseconds());
  }
}
