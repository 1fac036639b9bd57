package navigator.local.lambda.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts processes that do not outlive this one, however it ends: the kernel kills them when the
 * thread ends that started them, so that all are started from one thread that ends last. Where
 * {@code setpriv} is missing, the end of the runtime API ends them. Safe for use by many threads.
 *
 * @see <a
 *     href="https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html">PR_SET_PDEATHSIG</a>
 */
final class ProcessLauncher implements AutoCloseable {
  private static final List<String> DIE_WITH_PARENT = List.of("setpriv", "--pdeathsig", "KILL");

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("lambda-process-launcher").factory());
  private final List<String> prefix =
      setpriv().map(ProcessLauncher::dieWithParent).orElse(List.of());

  /**
   * Starts a process with exactly these environment variables, standard error joined to standard
   * output and nothing on standard input. Heeds no interrupt: the process would start all the same,
   * and nobody would know of it.
   */
  Process start(List<String> command, Path directory, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(prefixed(command)).directory(directory.toFile());
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return CompletableFuture.supplyAsync(() -> start(builder), thread).join();
    } catch (CompletionException e) {
      throw new IOException("The process did not start: " + command.getFirst(), e.getCause());
    }
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> prefixed(List<String> command) {
    var all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  private static List<String> dieWithParent(Path setpriv) {
    return Stream.concat(Stream.of(setpriv.toString()), DIE_WITH_PARENT.stream().skip(1)).toList();
  }

  private static Optional<Path> setpriv() {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    return Pattern.compile(":")
        .splitAsStream(path)
        .map(directory -> Path.of(directory, DIE_WITH_PARENT.getFirst()))
        .filter(Files::isExecutable)
        .filter(ProcessLauncher::knowsParentDeath)
        .findFirst();
  }

  // BusyBox has a setpriv without this option.
  private static boolean knowsParentDeath(Path setpriv) {
    try {
      var trial = new ArrayList<>(dieWithParent(setpriv));
      trial.add("true");
      return new ProcessBuilder(trial)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the thread, and with it every process that still runs. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
