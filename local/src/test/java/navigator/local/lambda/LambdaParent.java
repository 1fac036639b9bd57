package navigator.local.lambda;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import navigator.local.Credentials;
import navigator.local.TimeScale;
import navigator.local.journal.Backlogs;
import navigator.local.lambda.runtime.RunningEnvironment;

/**
 * A program that runs functions, prints their process ids in one line, and never ends by itself.
 */
final class LambdaParent {
  private LambdaParent() {}

  public static void main(String... arguments) throws Exception {
    var directory = Path.of(arguments[0]);
    var stack =
        new FixtureStack(FixtureArchive.write(directory))
            .with(FixtureStack.function("idle"))
            .with(FixtureStack.function("busy"));
    var settings =
        LambdaSettings.of(
            URI.create("http://127.0.0.1:9"), directory.resolve("lambda"), new TimeScale(1));
    var lambda =
        LocalLambda.of(
            stack.topology(),
            settings,
            role -> new Credentials("key", "secret", "token"),
            (name, line) -> {},
            Backlogs.IN_MEMORY);
    lambda.prewarm(name -> {});
    var held = Files.createDirectory(directory.resolve("held"));
    lambda.invokeAsync(
        FixtureStack.functionArn("busy"),
        "{\"command\":\"hold\",\"directory\":\"%s\"}".formatted(held));
    // Who waits for an event ends by itself, once there is nobody to ask for one.
    await().until(() -> isAtWork(held));
    System.out.println(
        lambda.environments().stream()
            .map(RunningEnvironment::pid)
            .map(pid -> Long.toString(pid))
            .reduce("", (line, pid) -> line + " " + pid)
            .strip());
    Thread.sleep(Long.MAX_VALUE);
  }

  private static boolean isAtWork(Path held) throws IOException {
    try (var files = Files.list(held)) {
      return files.findAny().isPresent();
    }
  }
}
