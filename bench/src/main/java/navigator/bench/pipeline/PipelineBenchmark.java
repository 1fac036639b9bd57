package navigator.bench.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import navigator.bench.machine.MachineWatch;
import navigator.contracts.environment.Variable;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.FaultScript;
import navigator.local.bedrock.Latency;
import navigator.local.stack.BedrockChoice;
import navigator.local.stack.LocalStack;
import navigator.local.stack.LocalStackOptions;

/** Measures one whole local stack: times, then calls and cost, then each function alone. */
public final class PipelineBenchmark {

  // No call waits for its turn.
  private static final String AMPLE_QUOTA = "2000000000";
  private static final int TURNS = 5;
  private static final int SHORT = 5;

  private final Meter meter = new Meter();
  private final Gate gate = new Gate();
  private final Sizes sizes;
  private final boolean quick;
  private final long seed;

  /**
   * A benchmark that did not begin.
   *
   * @param quick whether it may take two minutes at most, instead of ten
   */
  public PipelineBenchmark(boolean quick, long seed) {
    this.sizes = quick ? Sizes.QUICK : Sizes.FULL;
    this.quick = quick;
    this.seed = seed;
  }

  /**
   * How the stack has to be started.
   *
   * @param assembly the folder that the CDK synthesized
   * @param directory for what the stack leaves behind
   */
  public LocalStackOptions options(Path assembly, Path directory) {
    Latency latency = new Latency(Asking.MODEL, Double.POSITIVE_INFINITY, 0, Duration.ZERO);
    EmulatorSettings emulator = new EmulatorSettings(0, seed, latency, FaultRates.NONE);
    return LocalStackOptions.of(assembly, directory, meter::line)
        .overriding(Map.of(Variable.QUOTA_TOKENS_PER_MINUTE, AMPLE_QUOTA))
        .with(new BedrockChoice.Emulated(emulator, FaultScript.none()))
        .with(meter)
        .deliveredBy(gate);
  }

  /**
   * Measures a stack that was started with the {@link #options}.
   *
   * @param progress is told what is at work
   */
  public PipelineResult run(LocalStack stack, Consumer<String> progress)
      throws IOException, InterruptedException {
    try (MachineWatch watch = new MachineWatch()) {
      Asking chat = Asking.chat(seed);
      Timing.Result times =
          new Timing(stack, meter, chat).run(sizes.warmUp(), sizes.timed(), progress);
      Conversations.Result conversations =
          new Conversations(stack, meter, chat).run("chat", sizes.conversations(), TURNS, progress);
      Conversations.Result originals =
          new Conversations(stack, meter, Asking.original(seed))
              .run("original", sizes.conversations() * SHORT, 1, progress);
      Saturation.Result rates = new Saturation(stack, gate, chat).run(sizes.saturating(), progress);
      return new PipelineResult(
          seed,
          quick,
          sizes,
          model(stack),
          times,
          conversations,
          originals,
          rates,
          watch.machine());
    }
  }

  private static String model(LocalStack stack) {
    return stack.topology().functions().stream()
        .filter(each -> each.name().equals(Way.INFERENCE.function()))
        .map(each -> each.environment().get(Variable.MODEL_ID))
        .findFirst()
        .orElseThrow();
  }
}
