package navigator.local.lambda.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import navigator.local.CredentialIssuer;
import navigator.local.FunctionLog;
import navigator.local.InvokeResult;
import navigator.local.loopback.LoopbackServer;
import navigator.local.loopback.LoopbackServer.Limits;
import navigator.local.topology.LambdaFunction;

/**
 * Starts execution environments: unpacks the archive, serves the runtime API, runs the process and
 * reads its lines. Safe for use by many threads.
 */
public final class EnvironmentStarter implements AutoCloseable {
  // Read to the end, so that a response that is too large is told as such.
  private static final Limits LIMITS = new Limits(64 << 20, RuntimeReplies.unknownRequest());

  private final RuntimeClient client;
  private final Path directory;
  private final URI gateway;
  private final CredentialIssuer credentials;
  private final FunctionLog log;
  private final Map<Path, FunctionArchive> archives = new ConcurrentHashMap<>();
  private final ProcessLauncher launcher = new ProcessLauncher();

  // More starts at once than processors make every one of them late.
  private final Semaphore starts =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

  /**
   * A starter of environments.
   *
   * @param directory for unpacked archives and what processes leave behind; made if it is missing
   * @param gateway where functions send their AWS calls
   */
  public EnvironmentStarter(
      Path directory, URI gateway, CredentialIssuer credentials, FunctionLog log)
      throws IOException {
    this.directory = Files.createDirectories(directory).toRealPath();
    this.client = RuntimeClient.install(this.directory.resolve("runtime"));
    this.gateway = gateway;
    this.credentials = credentials;
    this.log = log;
  }

  /**
   * Checks that a function can be run at all.
   *
   * @throws IllegalArgumentException if its archive has no such handler
   * @throws IOException if its archive cannot be read
   */
  public void check(LambdaFunction function) throws IOException {
    HandlerMethod.check(function, archive(function).taskRoot());
  }

  private FunctionArchive archive(LambdaFunction function) throws IOException {
    var known = archives.get(function.archive());
    if (known != null) {
      return known;
    }
    var unpacked = FunctionArchive.unpack(function.archive(), directory.resolve("archives"));
    archives.put(function.archive(), unpacked);
    return unpacked;
  }

  /** Starts a process and waits for it. */
  Startup start(LambdaFunction function) throws InterruptedException {
    starts.acquire();
    try {
      var environment = launch(function, archive(function));
      return environment
          .awaitStartup()
          .<Startup>map(Startup.Refused::new)
          .orElseGet(() -> new Startup.Ready(environment));
    } catch (IOException e) {
      throw new UncheckedIOException("No environment of " + function.name() + " starts", e);
    } finally {
      starts.release();
    }
  }

  private ExecutionEnvironment launch(LambdaFunction function, FunctionArchive archive)
      throws IOException, InterruptedException {
    var id = UUID.randomUUID().toString().replace("-", "");
    var session = new RuntimeSession(function.timeout(), InstantSource.system());
    var runtimeApi = LoopbackServer.start("runtime-api-" + function.name(), 0, LIMITS, session);
    var home = Files.createDirectories(directory.resolve("homes").resolve(id));
    var process =
        launcher.start(
            FunctionCommand.of(function, client, home),
            archive.taskRoot(),
            FunctionEnvironment.of(
                function,
                archive,
                credentials.issue(function.role()),
                runtimeApi.url(),
                gateway,
                id));
    followLines(function.name(), process);
    return new ExecutionEnvironment(id, function, process, session, runtimeApi, home);
  }

  /** Puts what only the platform knows into the function's log, as Lambda does. */
  void tell(LambdaFunction function, InvokeResult result) {
    if (result instanceof InvokeResult.Failed(var type, var message)
        && Failures.isPlatforms(type)) {
      log.line(function.name(), message);
    }
  }

  // A platform thread: reading a pipe would hold a virtual thread's carrier.
  private void followLines(String functionName, Process process) {
    Thread.ofPlatform()
        .daemon()
        .name("log-" + functionName)
        .start(() -> copyLines(functionName, process.inputReader()));
  }

  private void copyLines(String functionName, BufferedReader reader) {
    try (reader) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        log.line(functionName, line);
      }
    } catch (IOException e) {
      // The pipe breaks when the process is killed: nothing more will come.
    }
  }

  /** Ends what is left of the environments. */
  @Override
  public void close() {
    launcher.close();
  }
}
