package navigator.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.local.Credentials;
import navigator.local.topology.UserPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

  private static final RunningStack STACK = stack(ProcessHandle.current().pid());

  @TempDir private Path temporary;

  @Test
  void tellsOtherCommandsWhereTheStackIs() throws IOException {
    try (RunDirectory mine = claim()) {
      assertThat(RunDirectory.find(directory())).isEmpty();

      mine.announce(STACK);

      assertThat(RunDirectory.find(directory())).contains(STACK);
    }
  }

  @Test
  void isHeldByOneStackAtATime() throws IOException {
    try (RunDirectory mine = claim()) {
      mine.announce(STACK);

      assertThat(RunDirectory.claim(directory()))
          .isInstanceOfSatisfying(
              Claim.Held.class, held -> assertThat(held.stack()).contains(STACK));
    }
  }

  @Test
  void isGoneWhenTheStackIs() throws IOException {
    try (RunDirectory mine = claim()) {
      Files.createDirectories(mine.workDirectory().resolve("unpacked"));
      mine.announce(STACK);
    }

    assertThat(directory()).doesNotExist();
    assertThat(RunDirectory.find(directory())).isEmpty();
  }

  @Test
  void whatAKilledStackLeftIsReplaced() throws IOException {
    Files.createDirectories(directory());
    Files.writeString(directory().resolve("lock"), "");
    Files.writeString(directory().resolve("up.json"), "{\"pid\":1}");
    Files.writeString(directory().resolve("logs.jsonl"), "old\n");
    assertThat(RunDirectory.find(directory())).isEmpty();

    try (RunDirectory mine = claim()) {
      mine.announce(STACK);
      assertThat(RunDirectory.find(directory())).contains(STACK);
      assertThat(directory().resolve("logs.jsonl")).isEmptyFile();
    }
  }

  @Test
  void whatAKilledStackSaidIsNotTakenForTheOneThatStarts() throws Exception {
    try (RunDirectory mine = claim()) {
      mine.announce(stack(deadProcess()));

      assertThat(RunDirectory.isTaken(directory())).isTrue();
      assertThat(RunDirectory.find(directory())).isEmpty();
      assertThat(RunDirectory.claim(directory())).isEqualTo(new Claim.Held(Optional.empty()));
    }
  }

  @Test
  void norBeforeTheOneThatStartsHasSaidWhoItIs() throws Exception {
    long killed = deadProcess();
    try (RunDirectory mine = claim()) {
      mine.announce(stack(killed));
      Files.writeString(directory().resolve("lock"), Long.toString(killed));

      assertThat(RunDirectory.find(directory())).isEmpty();
    }
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    try (RunDirectory mine = claim()) {
      mine.announce(STACK);
      mine.signingKey();

      try (Stream<Path> files = Files.list(directory())) {
        assertThat(files).hasSize(4).allSatisfy(file -> assertPermissions(file, "rw-------"));
      }
      assertPermissions(directory(), "rwx------");
    }
  }

  @Test
  void keepsWhatFunctionsPrintWhileItIsRead() throws IOException {
    try (RunDirectory mine = claim();
        LogTail tail = RunDirectory.logged(directory())) {
      mine.log().line("submit", "{\"message\":\"a \\\"quoted\\\" word\"}");
      assertThat(tail.more())
          .containsExactly(new StackLog.Entry("submit", "{\"message\":\"a \\\"quoted\\\" word\"}"));

      assertThat(tail.more()).isEmpty();
      mine.log().line("outcome", "not JSON, and long: " + "x".repeat(100_000));
      assertThat(tail.more()).extracting(StackLog.Entry::function).containsExactly("outcome");
    }
  }

  @Test
  void whatIsPrintedAfterItsEndIsLost() throws IOException {
    StackLog log;
    try (RunDirectory mine = claim()) {
      log = mine.log();
    }

    assertThatCode(() -> log.line("outcome", "late")).doesNotThrowAnyException();
  }

  private static RunningStack stack(long pid) {
    return new RunningStack(
        pid,
        Instant.parse("2026-03-01T12:00:00Z"),
        "LearningNavigator",
        URI.create("http://127.0.0.1:8080"),
        URI.create("http://127.0.0.1:4566"),
        "us-west-2",
        "local",
        new Credentials("id", "secret", "session"),
        new UserPool("pool", "https://issuer", "client", List.of("admin")));
  }

  private static long deadProcess() throws IOException, InterruptedException {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    return dead.pid();
  }

  private Path directory() {
    return temporary.resolve(".navigator");
  }

  private RunDirectory claim() throws IOException {
    return ((Claim.Owned) RunDirectory.claim(directory())).directory();
  }

  private static void assertPermissions(Path file, String permissions) throws IOException {
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString(permissions));
  }
}
