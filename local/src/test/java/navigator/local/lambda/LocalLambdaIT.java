package navigator.local.lambda;

import static navigator.local.lambda.FixtureStack.function;
import static navigator.local.lambda.FixtureStack.functionArn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import navigator.local.Credentials;
import navigator.local.InvokeResult;
import navigator.local.TimeScale;
import navigator.local.journal.Backlogs;
import navigator.local.lambda.fixture.BrokenHandler;
import navigator.local.lambda.fixture.SnapshotHandler;
import navigator.local.lambda.runtime.RunningEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalLambdaIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String COMMANDS = functionArn("commands") + ":live";

  @TempDir Path directory;
  private final RecordedLog log = new RecordedLog();
  private @Nullable LocalLambda lambda;

  @AfterEach
  void close() {
    if (lambda != null) {
      lambda.close();
    }
  }

  private LocalLambda start(FixtureStack.FunctionSpec... functions) throws IOException {
    return start(settings(), functions);
  }

  private LambdaSettings settings() {
    return LambdaSettings.of(
        URI.create("http://127.0.0.1:9"), directory.resolve("lambda"), new TimeScale(1));
  }

  private LocalLambda start(LambdaSettings settings, FixtureStack.FunctionSpec... functions)
      throws IOException {
    var stack = new FixtureStack(FixtureArchive.write(directory));
    for (var function : functions) {
      stack.with(function);
    }
    lambda =
        LocalLambda.of(
            stack.topology(),
            settings,
            role -> new Credentials("AKIA" + role.name(), "s", "t"),
            log,
            Backlogs.IN_MEMORY);
    return lambda;
  }

  private static String command(String name) {
    return "{\"command\":\"" + name + "\"}";
  }

  private static JsonNode returned(InvokeResult result) throws JsonProcessingException {
    assertThat(result).isInstanceOf(InvokeResult.Returned.class);
    return JSON.readTree(((InvokeResult.Returned) result).payload());
  }

  @Test
  void whatAFunctionReturnsIsThePayload() throws Exception {
    var result = start(function("commands")).invoke(COMMANDS, command("echo"));

    assertThat(returned(result)).isEqualTo(JSON.readTree(command("echo")));
  }

  @Test
  void aThrownExceptionIsAFailureWithItsTypeAndMessage() throws Exception {
    var started = start(function("commands"));

    assertThat(started.invoke(COMMANDS, command("throw")))
        .isEqualTo(new InvokeResult.Failed("java.lang.IllegalStateException", "thrown on command"));
    assertThat(started.invoke(COMMANDS, command("echo"))).isInstanceOf(InvokeResult.Returned.class);
    assertThat(started.environments()).hasSize(1);
  }

  @Test
  void aFunctionSeesTheTemplatesVariablesAndLambdasAndNoOthers() throws Exception {
    var spec = function("commands").environment(Map.of("TABLE_NAME", "table"));

    var seen = returned(start(spec).invoke(COMMANDS, command("environment")));

    assertThat(seen.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "TABLE_NAME",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_ENDPOINT_URL",
            "AWS_EXECUTION_ENV",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR",
            "PATH",
            "LANG",
            "TZ",
            "_HANDLER");
    assertThat(seen.path("AWS_ACCESS_KEY_ID").asText()).isEqualTo("AKIAcommands");
    assertThat(seen.path("AWS_ENDPOINT_URL").asText()).isEqualTo("http://127.0.0.1:9");
  }

  @Test
  void theCodeComesFromTheArchiveAndTheClassPathHoldsTheRuntimeClientOnly() throws Exception {
    var seen = returned(start(function("commands")).invoke(COMMANDS, command("properties")));

    assertThat(Path.of(seen.path("directory").asText()))
        .startsWith(directory.resolve("lambda/code/archives").toRealPath());
    assertThat(seen.path("class path").asText().split(":"))
        .hasSize(4)
        .allMatch(jar -> jar.contains("aws-lambda-java-") || jar.contains("utils-lite"));
    assertThat(Long.parseLong(seen.path("heap").asText())).isLessThan(256L << 20);
  }

  @Test
  void theContextTellsRequestDeadlineAndTheArnThatWasInvoked() throws Exception {
    var seen = returned(start(function("commands")).invoke(COMMANDS, command("context")));

    assertThat(seen.path("functionArn").asText()).isEqualTo(COMMANDS);
    assertThat(seen.path("requestId").asText()).hasSize(36);
    assertThat(seen.path("remaining").asInt()).isBetween(1, 30_000);
    assertThat(seen.path("trace").asText()).startsWith("Root=1-");
  }

  @Test
  void linesOfBothStreamsReachTheLog() throws Exception {
    start(function("commands")).invoke(COMMANDS, "{\"command\":\"print\",\"text\":\"a line\"}");

    await()
        .untilAsserted(
            () ->
                assertThat(log.lines()).contains("commands: out: a line", "commands: err: a line"));
  }

  @Test
  void aFunctionThatTakesTooLongIsKilledAndReplaced() throws Exception {
    var started = start(function("commands").timeout(Duration.ofSeconds(5)));
    started.prewarm(name -> {});
    var first = started.environments().getFirst();

    var result = started.invoke(COMMANDS, command("hang"));

    assertThat(result).isInstanceOf(InvokeResult.Failed.class);
    var failed = (InvokeResult.Failed) result;
    assertThat(failed.errorType()).isEqualTo("Sandbox.Timedout");
    assertThat(failed.errorMessage()).endsWith("Error: Task timed out after 5.00 seconds");
    awaitGone(first.pid());
    assertThat(log.lines()).contains("commands: " + failed.errorMessage());
    assertThat(started.invoke(COMMANDS, command("echo"))).isInstanceOf(InvokeResult.Returned.class);
    assertThat(started.environments()).doesNotContain(first).hasSize(1);
  }

  @Test
  void aProcessKilledAtWorkFailsTheInvocationAndIsReplaced() throws Exception {
    var started = start(function("commands"));
    started.prewarm(name -> {});
    var hold = hold(started);
    awaitHolders(1);

    started.kill(started.environments().getFirst().id());

    assertThat(hold.get())
        .isInstanceOfSatisfying(
            InvokeResult.Failed.class,
            failed -> {
              assertThat(failed.errorType()).isEqualTo("Runtime.ExitError");
              assertThat(failed.errorMessage()).endsWith("exited with error: signal: killed");
            });
    assertThat(started.invoke(COMMANDS, command("echo"))).isInstanceOf(InvokeResult.Returned.class);
  }

  @Test
  void aFunctionThatEndsItsOwnProcessFails() throws Exception {
    assertThat(start(function("commands")).invoke(COMMANDS, command("halt")))
        .isInstanceOfSatisfying(
            InvokeResult.Failed.class,
            failed -> assertThat(failed.errorMessage()).endsWith("exit status 3"));
  }

  @Test
  void invocationsBeyondTheReservedConcurrencyAreThrottled() throws Exception {
    var started = start(function("commands").reserved(2));
    var holds = List.of(hold(started), hold(started));
    awaitHolders(2);

    assertThat(started.invoke(COMMANDS, command("echo"))).isEqualTo(new InvokeResult.Throttled());

    Files.createFile(directory.resolve("release"));
    var pids = new ArrayList<String>();
    for (var hold : holds) {
      pids.add(returned(hold.get()).asText());
    }
    assertThat(pids).doesNotHaveDuplicates();
    assertThat(started.invoke(COMMANDS, command("echo"))).isInstanceOf(InvokeResult.Returned.class);
    assertThat(started.environments()).hasSize(2);
  }

  @Test
  void withoutAReservationInvocationsWaitForTheMachineAndAreNotThrottled() throws Exception {
    var started = start(settings().withUnreservedEnvironments(1), function("commands"));
    var holds = List.of(hold(started), hold(started));
    awaitHolders(1);

    Files.createFile(directory.resolve("release"));

    assertThat(holds.get(0).get()).isInstanceOf(InvokeResult.Returned.class);
    assertThat(holds.get(1).get()).isInstanceOf(InvokeResult.Returned.class);
    assertThat(started.environments()).hasSize(1);
  }

  @Test
  void functionsWithoutAReservationShareTheAccountsConcurrency() throws Exception {
    var started =
        start(settings().withAccountConcurrency(1), function("commands"), function("others"));
    var hold = hold(started);
    awaitHolders(1);

    assertThat(started.invoke(functionArn("others"), command("echo")))
        .isEqualTo(new InvokeResult.Throttled());

    Files.createFile(directory.resolve("release"));
    assertThat(hold.get()).isInstanceOf(InvokeResult.Returned.class);
  }

  @Test
  void snapStartHooksRunBeforeTheFirstInvocation() throws Exception {
    var spec = function("snapshots").handler(SnapshotHandler.class).snapStart();

    var result = start(spec).invoke(functionArn("snapshots"), "{}");

    assertThat(returned(result))
        .isEqualTo(JSON.readTree("[\"beforeCheckpoint\",\"afterRestore\"]"));
  }

  @Test
  void prewarmingStartsEveryFunctionOnce() throws Exception {
    var told = new CopyOnWriteArrayList<String>();
    var started = start(function("commands"), function("others"));

    started.prewarm(told::add);

    assertThat(told).containsExactlyInAnyOrder("commands", "others");
    assertThat(started.environments())
        .extracting(RunningEnvironment::functionName)
        .containsExactlyInAnyOrder("commands", "others");
  }

  @Test
  void prewarmingInTheBackgroundGoesOnAfterAFunctionThatDoesNotStart() throws Exception {
    var started =
        start(function("broken").handler(BrokenHandler.class).snapStart(), function("commands"));

    started.prewarmInTheBackground();

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(started.environments())
                    .extracting(RunningEnvironment::functionName)
                    .containsExactly("commands"));
  }

  @Test
  void aHandlerThatTheArchiveLacksIsRefusedAtOnce() {
    assertThatThrownBy(() -> start(function("commands").handler("no.such.Handler::handleRequest")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The archive of function commands has no handler no.such.Handler::handleRequest");
  }

  @Test
  void aFunctionThatCannotBeInitializedIsNamedWhenPrewarming() throws Exception {
    var started = start(function("broken").handler(BrokenHandler.class).snapStart());

    assertThatThrownBy(() -> started.prewarm(name -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Function broken does not start");
  }

  @Test
  void aResponseThatIsTooLargeIsAFailure() throws Exception {
    assertThat(
            start(function("commands"))
                .invoke(COMMANDS, "{\"command\":\"large\",\"size\":\"6300000\"}"))
        .isInstanceOfSatisfying(
            InvokeResult.Failed.class,
            failed -> assertThat(failed.errorType()).isEqualTo("Function.ResponseSizeTooLarge"));
  }

  @Test
  void closingWhileAnEnvironmentStartsLeavesNoProcessBehind() throws Exception {
    var started = start(function("commands"));
    started.invokeAsync(COMMANDS, command("echo"));
    await().until(() -> processes().count() > 0);

    started.close();

    assertThat(processes()).isEmpty();
  }

  // Those of this test: a pipeline that other tests share may be at work as well.
  private Stream<ProcessHandle> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains(directory.toString()))
                    .isPresent());
  }

  @Test
  void closingLeavesNoProcessBehind() throws Exception {
    var started = start(function("commands"));
    started.prewarm(name -> {});
    var pid = started.environments().getFirst().pid();

    started.close();

    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(directory.resolve("lambda/homes")).isEmptyDirectory();
  }

  private CompletableFuture<InvokeResult> hold(LocalLambda started) {
    var result = new CompletableFuture<InvokeResult>();
    var event = "{\"command\":\"hold\",\"directory\":\"" + directory + "\"}";
    Thread.startVirtualThread(
        () -> {
          try {
            result.complete(started.invoke(COMMANDS, event));
          } catch (InterruptedException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private void awaitHolders(int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              try (var files = Files.list(directory)) {
                return files.filter(f -> f.getFileName().toString().startsWith("held")).count()
                    == count;
              }
            });
  }

  private static void awaitGone(long pid) {
    await().until(() -> ProcessHandle.of(pid).isEmpty());
  }
}
