package navigator.local.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;
import navigator.local.command.Navigator;
import navigator.local.up.RunDirectory;
import navigator.local.up.RunningStack;
import navigator.local.up.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code navigator up --data-dir}, as people start it, kill it, and start it again. */
class UpRestartIT {

  private static final Path ASSEMBLY = Path.of("../infra/target/cdk.test.out");
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int QUESTIONS = 8;

  @TempDir private Path directory;

  @BeforeEach
  void makeHomes() throws IOException {
    for (var home : List.of("one", "two")) {
      var target = Files.createDirectories(home(home).resolve("infra/target"));
      var assembly = ASSEMBLY.toAbsolutePath().normalize();
      Files.createSymbolicLink(target.resolve("cdk.out"), assembly);
      Files.createSymbolicLink(target.resolve("functions"), assembly.resolveSibling("functions"));
    }
  }

  @Test
  void whatWasAcceptedIsAnsweredAfterAKillAndIsThereAfterAStop() throws Exception {
    List<RequestObject> accepted = new ArrayList<>();
    String token;
    try (var up = up("one")) {
      var stack = running(up, "one");
      token = token(stack);
      try (var api = new ChatApi(stack.api(), token)) {
        // By then every function on the way has its process: what follows does not end all at once.
        accepted.add(found(api.submit("Question 0?", Optional.empty())));
        awaitAnswer(api, accepted.getFirst());
        for (var n = 1; n < QUESTIONS; n++) {
          accepted.add(found(api.submit("Question " + n + "?", Optional.empty())));
        }
        awaitTheMiddle(api, accepted);
      }
      up.kill();
    }

    try (var up = up("one");
        var api = new ChatApi(running(up, "one").api(), token)) {
      for (var request : accepted) {
        awaitAnswer(api, request);
        assertThat(authors(api, request)).containsExactly("assistant", "user");
      }
      up.stop();
      assertThat(home("one").resolve(".navigator")).doesNotExist();
    }

    // Started from another copy of the project, too.
    try (var up = up("two");
        var api = new ChatApi(running(up, "two").api(), token)) {
      for (var request : accepted) {
        assertThat(found(api.request(request.requestId())).status()).isEqualTo(Status.COMPLETED);
      }
      awaitAnswer(api, found(api.submit("And one more?", Optional.empty())));
      up.stop();
    }
  }

  @Test
  void aKillWhileItStartsForTheFirstTimeLeavesNothingInTheWay() throws Exception {
    try (var up = up("one")) {
      awaitTables();
      up.kill();
      assertThat(data().resolve("navigator.json")).doesNotExist();
    }
    try (var up = up("one")) {
      var stack = running(up, "one");
      try (var api = new ChatApi(stack.api(), token(stack))) {
        awaitAnswer(api, found(api.submit("Is anybody there?", Optional.empty())));
      }
      up.stop();
    }
  }

  @Test
  void aSecondStackOnTheSameDataIsToldWhoHasIt() throws Exception {
    try (var first = up("one")) {
      awaitTables();
      try (var second = up("two")) {
        assertThat(second.ended()).isEqualTo(1);
        assertThat(second.output())
            .contains(data() + " is in use by process " + first.pid())
            .doesNotContain("Exception");
      }
      first.kill();
    }
  }

  private void awaitTables() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> Files.exists(data().resolve("dynamodb")));
  }

  /** Some answered, and some with the model; the rest is in the queue. */
  private static void awaitTheMiddle(ChatApi api, List<RequestObject> accepted) {
    await()
        .atMost(PATIENCE)
        // Eight reads each: the API admits fifty a second.
        .pollInterval(Duration.ofMillis(150))
        .until(
            () -> statuses(api, accepted),
            statuses -> statuses.containsAll(List.of(Status.COMPLETED, Status.IN_PROGRESS)));
  }

  private static List<Status> statuses(ChatApi api, List<RequestObject> requests)
      throws InterruptedException {
    List<Status> statuses = new ArrayList<>();
    for (var request : requests) {
      statuses.add(found(api.request(request.requestId())).status());
    }
    return statuses;
  }

  private static void awaitAnswer(ChatApi api, RequestObject request) {
    await()
        .atMost(PATIENCE)
        .until(() -> found(api.request(request.requestId())).status() == Status.COMPLETED);
  }

  private static List<String> authors(ChatApi api, RequestObject request)
      throws InterruptedException {
    return found(api.get(request.urls().conversation(), JsonNode.class))
        .path("items")
        .valueStream()
        .map(item -> item.path("author").asText())
        .toList();
  }

  private static <T> T found(ApiAnswer<T> answer) {
    assertThat(answer).isInstanceOf(ApiAnswer.Found.class);
    return ((ApiAnswer.Found<T>) answer).value();
  }

  private ChildJvm up(String home) throws IOException {
    return ChildJvm.start(
        directory,
        "-Dnavigator.home=" + home(home),
        Navigator.class.getName(),
        "up",
        "--port",
        "0",
        "--data-dir",
        data().toString());
  }

  private RunningStack running(ChildJvm up, String home) {
    return await()
        .atMost(PATIENCE)
        .failFast("The stack did not start", () -> !up.isAlive())
        .until(
            () -> RunDirectory.find(home(home).resolve(".navigator")),
            found -> found.filter(stack -> stack.pid() == up.pid()).isPresent())
        .orElseThrow();
  }

  private String token(RunningStack stack) throws IOException {
    var key = RunDirectory.signingKey(home("one").resolve(".navigator"));
    return new Tokens(stack.userPool(), key, InstantSource.system()).of(Role.INSTRUCTOR);
  }

  private Path home(String name) {
    return directory.resolve(name);
  }

  private Path data() {
    return directory.resolve("data");
  }
}
