package navigator.local.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import navigator.contracts.ConversationId;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack is killed with requests in every place that they can be in, and started again. */
class RestartIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CONVERSATIONS = 5;

  /** So many that some wait in the queue, some are with the model and some on the bus. */
  private static final int TURNS = 4;

  private final List<Process> stacks = new ArrayList<>();

  @TempDir private Path directory;

  @AfterEach
  void stop() {
    stacks.forEach(Process::destroyForcibly);
  }

  private record Running(Process process, URI api, String token, Queue<String> lines) {

    long count(String change) {
      return lines.stream().filter(line -> line.contains("\"" + change + "\"")).count();
    }
  }

  @Test
  void whatWasAcceptedIsAnsweredOnceAfterAKill() throws Exception {
    var first = start("first", "stuck");
    var accepted = submit(first);
    await().atMost(PATIENCE).until(() -> first.count("outcome.published") >= CONVERSATIONS);
    first.process().destroyForcibly().waitFor();
    assertThat(first.count("outcome.persisted")).isZero();
    assertThat(first.count("outcome.published")).isLessThan(accepted.size());

    var second = start("second");

    // With the token that the first one gave out.
    try (var api = new ChatApi(second.api(), first.token())) {
      for (RequestObject request : accepted) {
        await().atMost(PATIENCE).until(() -> status(api, request) == Status.COMPLETED);
      }
      for (ConversationId conversation : conversations(accepted)) {
        assertThat(replies(api, conversation)).hasSize(TURNS).doesNotHaveDuplicates();
      }
    }
  }

  private static List<RequestObject> submit(Running stack) throws InterruptedException {
    List<RequestObject> accepted = new ArrayList<>();
    try (var api = new ChatApi(stack.api(), stack.token())) {
      for (int conversation = 0; conversation < CONVERSATIONS; conversation++) {
        Optional<ConversationId> id = Optional.empty();
        for (int turn = 0; turn < TURNS; turn++) {
          var request = found(api.submit("Question %d-%d?".formatted(conversation, turn), id));
          accepted.add(request);
          id = Optional.of(request.conversationId());
        }
      }
    }
    return accepted;
  }

  private static List<ConversationId> conversations(List<RequestObject> requests) {
    return requests.stream().map(RequestObject::conversationId).distinct().toList();
  }

  private static Status status(ChatApi api, RequestObject request) throws InterruptedException {
    return found(api.request(request.requestId())).status();
  }

  private static List<String> replies(ChatApi api, ConversationId conversation)
      throws InterruptedException {
    var url = "/conversations/" + conversation + "/messages?limit=100";
    List<String> replies = new ArrayList<>();
    for (JsonNode message : found(api.get(url, JsonNode.class)).path("items")) {
      if (message.path("author").asText().equals("assistant")) {
        replies.add(message.path("request_id").asText());
      }
    }
    return replies;
  }

  private static <T> T found(ApiAnswer<T> answer) {
    assertThat(answer).isInstanceOf(ApiAnswer.Found.class);
    return ((ApiAnswer.Found<T>) answer).value();
  }

  private Running start(String name, String... how) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                KeptStack.class.getName(),
                directory.resolve("data").toString(),
                directory.resolve(name).toString()));
    command.addAll(List.of(how));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    stacks.add(process);
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    Thread.ofPlatform().daemon().start(() -> process.inputReader().lines().forEach(lines::add));
    var ready =
        await()
            .atMost(PATIENCE)
            .until(
                () -> lines.stream().filter(line -> line.startsWith("ready ")).findFirst(),
                Optional::isPresent)
            .orElseThrow()
            .split(" ", -1);
    return new Running(process, URI.create(ready[1]), ready[2], lines);
  }
}
