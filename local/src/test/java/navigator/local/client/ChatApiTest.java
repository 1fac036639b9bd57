package navigator.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.http.Problem;
import navigator.contracts.http.Problem.Fault;
import navigator.contracts.http.ProblemKind;
import navigator.contracts.http.RequestObject;
import navigator.contracts.wire.Wire;
import navigator.local.loopback.Body;
import navigator.local.loopback.Call;
import navigator.local.loopback.LoopbackServer;
import navigator.local.loopback.Reply;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that says what it is told to say. */
class ChatApiTest {

  private static final RequestObject QUEUED =
      RequestObject.queued(
          RequestId.random(),
          ConversationId.random(),
          "user",
          Instant.EPOCH,
          Instant.EPOCH.plusSeconds(900),
          Map.of());

  private final Deque<Reply> script = new ArrayDeque<>();
  private final List<Call> calls = new ArrayList<>();
  private LoopbackServer server;
  private ChatApi api;

  @BeforeEach
  void start() throws IOException {
    var limits = new LoopbackServer.Limits(10_000, Reply.json(413, "{}"));
    server = LoopbackServer.start("scripted", 0, limits, this::answer);
    api = new ChatApi(server.url(), "the-token");
  }

  @AfterEach
  void stop() {
    api.close();
    server.close();
  }

  @Test
  void submitsAQuestionWithItsToken() throws InterruptedException {
    script.add(Reply.json(202, Wire.write(QUEUED)).with("Retry-After", "1"));

    var answer = api.submit("Hello", Optional.of(QUEUED.conversationId()));

    assertThat(answer).isEqualTo(new ApiAnswer.Found<>(QUEUED, Duration.ofSeconds(1)));
    Call call = calls.getFirst();
    assertThat(call.method() + " " + call.rawPath()).isEqualTo("POST /chat");
    assertThat(call.headers().get("Authorization")).isEqualTo("Bearer the-token");
    assertThat(call.body().text())
        .isEqualTo(
            "{\"message\":\"Hello\",\"conversation_id\":\"%s\"}", QUEUED.conversationId().value());
  }

  @Test
  void triesASubmitAgainWithTheSameKey() throws InterruptedException {
    script.add(Reply.json(503, "{\"message\":\"Service Unavailable\"}"));
    script.add(Reply.json(202, Wire.write(QUEUED)).with("Retry-After", "1"));

    var answer = api.submit("Hello", Optional.empty());

    assertThat(answer).isInstanceOf(ApiAnswer.Found.class);
    assertThat(calls)
        .hasSize(2)
        .extracting(call -> call.headers().get("Idempotency-Key"))
        .doesNotContainNull()
        .containsOnly(calls.getFirst().headers().get("Idempotency-Key"));
  }

  @Test
  void waitsBetweenTriesAsLongAsItIsTold() throws InterruptedException {
    script.add(problem(Problem.of(ProblemKind.RATE_LIMITED, "Too fast.")).with("Retry-After", "1"));
    script.add(Reply.json(202, Wire.write(QUEUED)).with("Retry-After", "1"));
    long start = System.nanoTime();

    assertThat(api.submit("Hello", Optional.empty())).isInstanceOf(ApiAnswer.Found.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void doesNotWaitLongerThanAPersonDoesAndTellsHowLongItWouldBe() throws InterruptedException {
    Problem tooFast = Problem.of(ProblemKind.RATE_LIMITED, "Too fast.");
    script.add(problem(tooFast).with("Retry-After", "31"));

    assertThat(api.submit("Hello", Optional.empty()))
        .isInstanceOfSatisfying(
            ApiAnswer.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .isEqualTo("429 rate_limited: Too fast. Try again in 31 s."));
  }

  private static Reply problem(Problem problem) {
    return new Reply(
        problem.status(),
        HttpFields.build().add("Content-Type", "application/problem+json"),
        Body.of(Wire.write(problem)));
  }

  @Test
  void tellsEveryFaultOfAProblem() throws InterruptedException {
    Problem problem =
        Problem.ofFaults(
            List.of(
                new Fault("/message", "is blank"), new Fault("/colour", "is not a known field")));
    script.add(problem(problem));

    assertThat(api.submit(" ", Optional.empty()))
        .isInstanceOfSatisfying(
            ApiAnswer.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .startsWith("400 invalid_request: ")
                    .contains("/message: is blank; /colour: is not a known field"));
  }

  @Test
  void understandsTheGatewaysOwnErrors() throws InterruptedException {
    script.add(Reply.json(401, "{\"message\":\"Unauthorized\"}"));

    assertThat(api.request(QUEUED.requestId()))
        .isEqualTo(new ApiAnswer.Rejected<RequestObject>(401, "Unauthorized"));
  }

  @Test
  void aServerThatIsGoneIsAnAnswerToo() throws InterruptedException {
    server.close();

    assertThat(api.request(QUEUED.requestId())).isInstanceOf(ApiAnswer.Unreachable.class);
  }

  @Test
  void aSuccessOfAnotherShapeIsNoSuccess() throws InterruptedException {
    script.add(Reply.json(200, "[]"));

    assertThat(api.request(QUEUED.requestId())).isInstanceOf(ApiAnswer.Rejected.class);
  }

  @Test
  void goesNowhereButToItsBaseUrl() {
    assertThatThrownBy(() -> api.get("http://192.0.2.1/chat/1", RequestObject.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void followsNoRedirect() throws InterruptedException {
    script.add(Reply.json(307, "{}").with("Location", URI.create("/elsewhere").toString()));

    assertThat(api.request(QUEUED.requestId())).isInstanceOf(ApiAnswer.Rejected.class);
    assertThat(calls).hasSize(1);
  }

  @Test
  void waitsAtTheUrlItWasGivenUntilTheEnd() throws InterruptedException {
    script.add(Reply.json(202, Wire.write(as(Status.IN_PROGRESS))));
    script.add(Reply.json(200, Wire.write(as(Status.COMPLETED))));
    List<Status> seen = new ArrayList<>();

    var end =
        new Poll(api, request -> seen.add(request.status()))
            .toTheEnd(new ApiAnswer.Found<>(QUEUED, Duration.ofMillis(1)));

    assertThat(end).isInstanceOf(ApiAnswer.Found.class);
    assertThat(seen).containsExactly(Status.QUEUED, Status.IN_PROGRESS, Status.COMPLETED);
    assertThat(calls).extracting(Call::rawPath).containsOnly(QUEUED.urls().outcome());
    assertThat(calls).extracting(call -> call.headers().get("Prefer")).containsOnly("wait=2");
  }

  @Test
  void asksAsEverybodyMayWhereTooManyWait() throws InterruptedException {
    script.add(Reply.json(503, "{\"message\":\"Service Unavailable\"}"));
    script.add(Reply.json(200, Wire.write(as(Status.COMPLETED))));

    var end =
        new Poll(api, request -> {}).toTheEnd(new ApiAnswer.Found<>(QUEUED, Duration.ofMillis(1)));

    assertThat(end).isInstanceOf(ApiAnswer.Found.class);
    assertThat(calls)
        .extracting(Call::rawPath)
        .containsExactly(QUEUED.urls().outcome(), QUEUED.urls().self());
  }

  @Test
  void cancelsByTheUrlItWasGiven() throws InterruptedException {
    script.add(Reply.json(200, Wire.write(as(Status.CANCELLED))));

    assertThat(api.cancel(QUEUED)).isInstanceOf(ApiAnswer.Found.class);
    assertThat(calls)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.method()).isEqualTo("POST");
              assertThat(call.rawPath()).isEqualTo(QUEUED.urls().cancel());
            });
  }

  @Test
  void pollingEndsWithTheFirstFailure() throws InterruptedException {
    script.add(Reply.json(429, "{\"message\":\"Too Many Requests\"}"));
    script.add(Reply.json(429, "{\"message\":\"Too Many Requests\"}"));

    var end =
        new Poll(api, request -> {}).toTheEnd(new ApiAnswer.Found<>(QUEUED, Duration.ofMillis(1)));

    assertThat(end).isEqualTo(new ApiAnswer.Rejected<RequestObject>(429, "Too Many Requests"));
  }

  private Reply answer(Call call) {
    calls.add(call);
    return Objects.requireNonNull(script.poll(), "the script is over");
  }

  private static RequestObject as(Status status) {
    RequestObject q = QUEUED;
    return new RequestObject(
        q.requestId(),
        q.conversationId(),
        status,
        null,
        q.userId(),
        q.timestamp(),
        null,
        q.createdAt(),
        null,
        null,
        q.deadlineAt(),
        null,
        0,
        null,
        null,
        null,
        null,
        Map.of(),
        null,
        q.urls());
  }
}
