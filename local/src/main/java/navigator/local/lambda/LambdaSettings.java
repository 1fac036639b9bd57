package navigator.local.lambda;

import java.net.URI;
import java.nio.file.Path;
import navigator.local.TimeScale;

/**
 * How functions run on this machine.
 *
 * @param gateway where functions, event source mappings and destinations send their AWS calls
 * @param code for the runtime client and unpacked archives; stacks may share it
 * @param directory for what processes leave behind; made if it is missing
 * @param timeScale for asynchronous retries and schedules
 * @param accountConcurrency invocations at once of all functions together, as an AWS account's
 *     quota; what functions reserve is taken from it
 * @param unreservedEnvironments processes at once of a function without a reservation; its further
 *     invocations wait, since a machine has fewer processors than AWS
 */
public record LambdaSettings(
    URI gateway,
    Path code,
    Path directory,
    TimeScale timeScale,
    int accountConcurrency,
    int unreservedEnvironments) {

  /** Processes at once of a function with a reservation, however large that is: enough of them. */
  int reservedEnvironments() {
    return 4 * Math.max(unreservedEnvironments, Runtime.getRuntime().availableProcessors());
  }

  /**
   * A new AWS account's quota, and a process of a function for each processor, two at least: more
   * answer nothing sooner, and each takes a second of a processor to start.
   */
  public static LambdaSettings of(URI gateway, Path code, Path directory, TimeScale timeScale) {
    var processors = Runtime.getRuntime().availableProcessors();
    return new LambdaSettings(gateway, code, directory, timeScale, 1000, Math.max(2, processors));
  }

  /** Likewise, with code that is nobody else's. */
  public static LambdaSettings of(URI gateway, Path directory, TimeScale timeScale) {
    return of(gateway, directory.resolve("code"), directory, timeScale);
  }

  /** The same with another quota. */
  public LambdaSettings withAccountConcurrency(int invocations) {
    return new LambdaSettings(
        gateway, code, directory, timeScale, invocations, unreservedEnvironments);
  }

  /** The same with another limit of processes for a function without a reservation. */
  public LambdaSettings withUnreservedEnvironments(int processes) {
    return new LambdaSettings(gateway, code, directory, timeScale, accountConcurrency, processes);
  }
}
