package navigator.local.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import navigator.contracts.Role;
import navigator.local.TimeScale;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.Latency;
import navigator.local.gateway.ScriptedFaults;
import navigator.local.stack.BedrockChoice;
import navigator.local.stack.LocalStack;
import navigator.local.stack.LocalStackOptions;
import navigator.local.stack.StartProgress;

/** The stack with the tests' times, running, with the clients of people who use it. */
final class Pipeline implements AutoCloseable {

  private static final Path ASSEMBLY = Path.of("../infra/target/cdk.test.out");
  private static final Latency QUICK =
      new Latency(Duration.ofMillis(20), 10_000, 0.3, Duration.ofMillis(5));

  private final LocalStack stack;
  private final Faults faults;
  private final ScriptedFaults awsFaults;
  private final PipelineRecord record;

  private Pipeline(
      LocalStack stack, Faults faults, ScriptedFaults awsFaults, PipelineRecord record) {
    this.stack = stack;
    this.faults = faults;
    this.awsFaults = awsFaults;
    this.record = record;
  }

  static Pipeline start() {
    return start(new EmulatorSettings(0, 7, QUICK, FaultRates.NONE));
  }

  static Pipeline start(EmulatorSettings emulator) {
    var faults = new Faults();
    var awsFaults = new ScriptedFaults();
    var record = new PipelineRecord();
    try {
      var options =
          LocalStackOptions.of(ASSEMBLY, Files.createTempDirectory("navigator"), record::line)
              .with(new BedrockChoice.Emulated(emulator, faults))
              .with(new TimeScale(60))
              .with(awsFaults)
              .with(record::awsCall);
      var stack = LocalStack.start(options, StartProgress.NONE);
      var pipeline = new Pipeline(stack, faults, awsFaults, record);
      LostRequest.submit(pipeline, LostRequest.USER, "Does anybody remember this question?");
      return pipeline;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("The start was interrupted", e);
    }
  }

  LocalStack stack() {
    return stack;
  }

  Faults faults() {
    return faults;
  }

  /** What goes wrong with AWS calls. */
  ScriptedFaults awsFaults() {
    return awsFaults;
  }

  PipelineRecord record() {
    return record;
  }

  /** Somebody with a valid token. */
  ChatClient user(String name, Role role) {
    return new ChatClient(stack.apiUrl(), stack.token(name, role), record);
  }

  /** Somebody with whatever token that is. */
  ChatClient bearer(String token) {
    return new ChatClient(stack.apiUrl(), token, record);
  }

  @Override
  public void close() {
    stack.close();
  }
}
