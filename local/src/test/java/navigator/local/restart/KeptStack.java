package navigator.local.restart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import navigator.contracts.Role;
import navigator.local.Deliveries;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;
import navigator.local.TimeScale;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.FaultScript;
import navigator.local.bedrock.Latency;
import navigator.local.data.DataDirectory;
import navigator.local.gateway.Fault;
import navigator.local.gateway.FaultInjector;
import navigator.local.stack.BedrockChoice;
import navigator.local.stack.LocalStack;
import navigator.local.stack.LocalStackOptions;
import navigator.local.stack.Prewarming;
import navigator.local.stack.StartProgress;

/**
 * A program that runs a stack whose data is kept, prints {@code ready <API URL> <token>} and what
 * the functions log, and never ends by itself. Its arguments are the data directory, a directory
 * for what need not be kept, and {@code stuck} if nothing is to get from the bus to the table.
 */
final class KeptStack {

  private static final Path ASSEMBLY = Path.of("../infra/target/cdk.test.out");
  private static final TimeScale SCALE = new TimeScale(12);
  private static final Latency SLOW =
      new Latency(Duration.ofMillis(600), 10_000, 0.1, Duration.ofMillis(5));

  private KeptStack() {}

  public static void main(String... arguments) throws Exception {
    boolean stuck = arguments.length > 2 && arguments[2].equals("stuck");
    var data = DataDirectory.claim(Path.of(arguments[0]));
    var options =
        LocalStackOptions.of(
                ASSEMBLY, Path.of(arguments[1]), (function, line) -> System.out.println(line))
            .with(SCALE)
            .with(data.signingKey())
            .with(
                new BedrockChoice.Emulated(
                    new EmulatorSettings(0, 1, SLOW, FaultRates.NONE), FaultScript.none()))
            .with(Prewarming.NEVER)
            .keptIn(data);
    var stack =
        LocalStack.start(
            stuck ? options.deliveredBy(everyOther()).with(noWrites()) : options,
            StartProgress.NONE);
    System.out.println("ready " + stack.apiUrl() + " " + stack.token("ann", Role.STAFF));
    Thread.sleep(Long.MAX_VALUE);
  }

  /** Every other event stays with the bus; the rest waits for a function that fails. */
  private static Deliveries everyOther() {
    var events = new AtomicInteger();
    return functions ->
        new FunctionInvoker() {
          @Override
          public InvokeResult invoke(String arn, String payload) throws InterruptedException {
            return functions.invoke(arn, payload);
          }

          @Override
          public void invokeAsync(String arn, String payload) {
            if (events.getAndIncrement() % 2 == 0) {
              throw new IllegalStateException("The function's queue cannot be reached");
            }
            functions.invokeAsync(arn, payload);
          }
        };
  }

  private static FaultInjector noWrites() {
    return access ->
        access.by("learning-navigator-outcome") && access.operation().equals("TransactWriteItems")
            ? new Fault.ErrorReply(
                Fault.Moment.BEFORE_SERVICE, 400, "AccessDeniedException", "On purpose")
            : new Fault.None();
  }
}
