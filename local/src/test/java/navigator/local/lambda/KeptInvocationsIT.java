package navigator.local.lambda;

import static navigator.local.lambda.FixtureStack.function;
import static navigator.local.lambda.FixtureStack.functionArn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import navigator.local.Credentials;
import navigator.local.TimeScale;
import navigator.local.journal.Journal;
import navigator.local.journal.Snapshot;
import navigator.local.lambda.async.AsyncEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptInvocationsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;
  private final RecordedLog log = new RecordedLog();
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("journal");
  }

  @Test
  void anEventThatWasAcceptedIsTriedAfterAKill() throws IOException {
    Path killed;
    try (var journal = Journal.open(file);
        var lambda = start(journal)) {
      lambda.invokeAsync(functionArn("commands"), "{\"command\":\"print\",\"text\":\"once\"}");
      killed = Snapshot.of(file);
      await().atMost(PATIENCE).until(() -> lambda.unfinishedAsyncEvents() == 0);
    }
    assertThat(left(file)).isEmpty();
    try (var journal = Journal.open(killed);
        var lambda = start(journal)) {
      assertThat(lambda.unfinishedAsyncEvents()).isEqualTo(1);

      lambda.startEventSources();

      await().atMost(PATIENCE).until(() -> lambda.unfinishedAsyncEvents() == 0);
      await().until(() -> log.lines().stream().filter(l -> l.endsWith("out: once")).count() == 2);
    }
  }

  @Test
  void failedTriesAreCountedAcrossRestarts() throws IOException {
    try (var journal = Journal.open(file);
        var lambda = start(journal)) {
      lambda.invokeAsync(functionArn("commands"), "{\"command\":\"throw\"}");
      await().atMost(PATIENCE).until(() -> failures(Snapshot.of(file)).equals(List.of(1)));
    }
    var waiting = left(file);
    assertThat(waiting).extracting(AsyncEvent::failures).containsExactly(1);
    try (var journal = Journal.open(file);
        var lambda = start(journal)) {
      lambda.startEventSources();
      assertThat(lambda.unfinishedAsyncEvents()).isEqualTo(1);
    }
    assertThat(left(file)).isEqualTo(waiting);
  }

  @Test
  void anEventThatAStopCutShortIsKeptAndNoTryOfItCounted() throws IOException {
    try (var journal = Journal.open(file);
        var lambda = start(journal)) {
      lambda.invokeAsync(
          functionArn("commands"), "{\"command\":\"hold\",\"directory\":\"" + directory + "\"}");
      await().atMost(PATIENCE).until(() -> holders() == 1);
    }
    assertThat(failures(file)).containsExactly(0);
  }

  @Test
  void anEventThatCannotBeKeptIsNotAccepted() throws IOException {
    var journal = Journal.open(file);
    try (var lambda = start(journal)) {
      journal.close();

      assertThatThrownBy(
              () -> lambda.invokeAsync(functionArn("commands"), "{\"command\":\"echo\"}"))
          .isInstanceOf(CompletionException.class);
    }
  }

  private LocalLambda start(Journal journal) throws IOException {
    var stack = new FixtureStack(FixtureArchive.write(directory)).with(function("commands"));
    var settings =
        LambdaSettings.of(
            URI.create("http://127.0.0.1:9"), directory.resolve("lambda"), new TimeScale(1));
    return LocalLambda.of(
        stack.topology(), settings, role -> new Credentials("AKIA", "s", "t"), log, journal);
  }

  private long holders() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(f -> f.getFileName().toString().startsWith("held")).count();
    }
  }

  private static List<Integer> failures(Path file) throws IOException {
    return left(file).stream().map(AsyncEvent::failures).toList();
  }

  private static List<AsyncEvent> left(Path file) throws IOException {
    try (var journal = Journal.open(file)) {
      return journal.named("async-invocations", AsyncEvent.class).left();
    }
  }
}
