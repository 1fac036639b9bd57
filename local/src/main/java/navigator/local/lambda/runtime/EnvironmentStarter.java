package navigator.local.lambda.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * Starts execution environments: serves the runtime API, runs the process and reads its lines. Safe
 * for use by many threads.
 */
public final class EnvironmentStarter implements AutoCloseable {
  // Read to the end, so that a response that is too large is told as such.
  private static final Limits LIMITS = new Limits(64 << 20, RuntimeReplies.unknownRequest());

  // Of a process that is asked to end and writes its cache first.
  private static final Duration RECORDING = Duration.ofMinutes(2);

  private static final int SIGTERM = 128 + 15;

  private final FunctionCode code;
  private final Path directory;
  private final URI gateway;
  private final CredentialIssuer credentials;
  private final FunctionLog log;
  private final ProcessLauncher launcher = new ProcessLauncher();
  private final Set<ExecutionEnvironment> launched = ConcurrentHashMap.newKeySet();

  // More starts at once than processors make every one of them late.
  private final Semaphore starts =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

  /**
   * A starter of environments.
   *
   * @param code what they are started from
   * @param directory for what processes leave behind; made if it is missing
   * @param gateway where functions send their AWS calls
   */
  public EnvironmentStarter(
      FunctionCode code, Path directory, URI gateway, CredentialIssuer credentials, FunctionLog log)
      throws IOException {
    this.code = code;
    this.directory = Files.createDirectories(directory).toRealPath();
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
    return code.archive(function.archive());
  }

  /** Starts a process and waits for it. */
  Startup start(LambdaFunction function) throws InterruptedException {
    starts.acquire();
    try {
      var archive = archive(function);
      var environment =
          launch(function, archive, home -> FunctionCommand.of(function, code, archive, home));
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

  /**
   * Makes the AOT cache of a function's archive, unless there is one: a process that is ready, and
   * so has gone through its rehearsal, is asked to end, and its JVM writes down what it has loaded.
   *
   * @return why there is none; empty: there is one
   */
  public Optional<String> cache(LambdaFunction function) throws IOException, InterruptedException {
    var archive = archive(function);
    if (Files.exists(code.cache(archive))) {
      return Optional.empty();
    }
    if (!archive.isOfJars()) {
      return Optional.of("it has classes that are in no jar");
    }
    starts.acquire();
    try {
      return record(function, archive);
    } finally {
      starts.release();
    }
  }

  private Optional<String> record(LambdaFunction function, FunctionArchive archive)
      throws IOException, InterruptedException {
    var cache = code.cache(archive);
    var partial = cache.resolveSibling(cache.getFileName() + ".partial");
    var environment =
        launch(
            function,
            archive,
            home -> FunctionCommand.recording(function, code, archive, home, partial));
    var failure = environment.awaitStartup();
    environment.stop(RECORDING);
    environment.ended().join();
    if (failure.isPresent()) {
      return failure.map(InvokeResult.Failed::errorMessage);
    }
    // A JVM that was not killed ends as SIGTERM ends it.
    if (environment.exitValue() != SIGTERM || !Files.exists(partial)) {
      Files.deleteIfExists(partial);
      return Optional.of("the JVM wrote none in time");
    }
    Files.move(partial, cache, StandardCopyOption.ATOMIC_MOVE);
    return Optional.empty();
  }

  @FunctionalInterface
  private interface Command {
    List<String> in(Path home) throws IOException;
  }

  private ExecutionEnvironment launch(
      LambdaFunction function, FunctionArchive archive, Command command)
      throws IOException, InterruptedException {
    var id = UUID.randomUUID().toString().replace("-", "");
    var session = new RuntimeSession(function.timeout(), InstantSource.system());
    var runtimeApi = LoopbackServer.start("runtime-api-" + function.name(), 0, LIMITS, session);
    var home = Files.createDirectories(directory.resolve("homes").resolve(id));
    var process =
        launcher.start(
            command.in(home),
            archive.taskRoot(),
            FunctionEnvironment.of(
                function,
                archive,
                credentials.issue(function.role()),
                runtimeApi.url(),
                gateway,
                id));
    followLines(function.name(), process);
    var environment = new ExecutionEnvironment(id, function, process, session, runtimeApi, home);
    launched.add(environment);
    environment.whenEnded(() -> launched.remove(environment));
    return environment;
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

  /**
   * Ends what is left of the environments, whose startup was interrupted, say, and waits until they
   * are gone. None must be starting any more.
   */
  @Override
  public void close() {
    var left = List.copyOf(launched);
    left.forEach(ExecutionEnvironment::stop);
    left.forEach(environment -> environment.ended().join());
    launcher.close();
  }
}
