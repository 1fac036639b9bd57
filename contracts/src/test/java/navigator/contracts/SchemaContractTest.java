package navigator.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import navigator.contracts.event.ChatEvents;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Page;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;
import navigator.contracts.http.RequestObject;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is specified. */
class SchemaContractTest {

  private static final Map<String, String> JSON =
      Map.of("content-type", "application/json", "Cache-Control", "no-store");

  @Test
  void aChatRequestIsAsSpecified() {
    Map<String, String> attributes = Map.of(MessageAttribute.REQUEST_ID, Samples.REQUEST.value());
    String body = Wire.write(Samples.chatRequest());
    assertThat(ContractSchemas.queueMessage("chat-requests.fifo", attributes, body)).isEmpty();
    assertThat(ContractSchemas.queueMessage("chat-requests.fifo", Map.of(), body))
        .singleElement()
        .asString()
        .startsWith("attributes");
  }

  @Test
  void aDeadLetterTellsAllOfItsFailureOrNothing() {
    String body = Wire.write(Samples.chatRequest());
    Map<String, String> whole =
        Map.of(
            MessageAttribute.REQUEST_ID, Samples.REQUEST.value(),
            MessageAttribute.ERROR_CODE, ErrorCode.CRASHED.wireName(),
            MessageAttribute.ERROR_DETAIL, "Crashed.",
            MessageAttribute.ATTEMPTS, "0",
            MessageAttribute.FIRST_FAILURE_AT, IsoMicros.format(Samples.AT),
            MessageAttribute.LAST_FAILURE_AT, IsoMicros.format(Samples.AT));
    Map<String, String> half = Map.of(MessageAttribute.ERROR_CODE, "crashed");
    assertThat(ContractSchemas.queueMessage("chat-dead-letters.fifo", whole, body)).isEmpty();
    assertThat(ContractSchemas.queueMessage("chat-dead-letters.fifo", Map.of(), body)).isEmpty();
    assertThat(ContractSchemas.queueMessage("chat-dead-letters.fifo", half, body)).isNotEmpty();
  }

  @Test
  void eventsAreAsSpecified() {
    assertThat(event(ChatEvents.CHAT_ANSWERED, Samples.answered())).isEmpty();
    assertThat(event(ChatEvents.CHAT_FELL_BACK, Samples.fellBack())).isEmpty();
    assertThat(event(ChatEvents.CHAT_FELL_BACK, Samples.answered())).isNotEmpty();
    assertThat(event("ChatForgotten", Samples.answered())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void requestObjectsAreAsSpecifiedInEveryState(RequestObject request) {
    assertThat(getChat(Wire.write(request))).isEmpty();
  }

  static Stream<RequestObject> requestObjectsAreAsSpecifiedInEveryState() {
    return Stream.of(Samples.queued(), Samples.completed(), Samples.fallback(), Samples.erased());
  }

  @Test
  void aFallbackThatIsNotMarkedIsNotAsSpecified() {
    String marked = Wire.write(Samples.fallback());
    String unmarked = marked.replace("\"fallback\":{\"reason\":\"access_denied\"},", "");
    assertThat(unmarked).isNotEqualTo(marked);
    assertThat(getChat(unmarked)).isNotEmpty();
    assertThat(getChat(marked.replace("\"fallback\",", "\"completed\","))).isNotEmpty();
  }

  @Test
  void anEndWithoutAMessageIsAnErasedOne() {
    String erased = Wire.write(Samples.erased());
    assertThat(getChat(erased.replaceFirst("\"erased_at\":\"[^\"]*\",", ""))).isNotEmpty();
    assertThat(getChat(erased.replaceFirst("\\{", "{\"message\":\"So.\","))).isNotEmpty();
  }

  @Test
  void whatHasNoContentHasNoBody() {
    HttpAnswer done = HttpAnswer.noContent();
    String path = "/conversations/" + Samples.CONVERSATION;
    assertThat(ContractSchemas.httpAnswer("DELETE", path, 204, done.headers(), done.body()))
        .isEmpty();
    assertThat(ContractSchemas.httpAnswer("DELETE", path, 204, done.headers(), "{}")).isNotEmpty();
  }

  @Test
  void aFieldThatIsNotSpecifiedIsAFault() {
    String known = Wire.write(Samples.queued());
    assertThat(getChat(known.replaceFirst("\\{", "{\"tier\":1,"))).isNotEmpty();
    assertThat(getChat(known.replace("\"urls\":{", "\"urls\":{\"edit\":\"/x\","))).isNotEmpty();
  }

  @Test
  void pagesAreAsSpecified() {
    String conversations = Wire.write(new Page<>(List.of(Samples.conversation()), null));
    String messages =
        Wire.write(new Page<>(Samples.messages(), "/conversations/x/messages?after=y"));
    String path = "/conversations/" + Samples.CONVERSATION + "/messages";
    assertThat(ContractSchemas.httpAnswer("GET", "/conversations", 200, JSON, conversations))
        .isEmpty();
    assertThat(ContractSchemas.httpAnswer("GET", path, 200, JSON, messages)).isEmpty();
    assertThat(ContractSchemas.httpAnswer("GET", path, 200, JSON, conversations)).isNotEmpty();
  }

  @Test
  void aPageOfRequestsIsAsSpecifiedAndHoldsNoReply() {
    String page = Wire.write(new Page<>(Samples.summaries(), null));
    assertThat(ContractSchemas.httpAnswer("GET", "/chat", 200, JSON, page)).isEmpty();
    String whole = Wire.write(new Page<>(List.of(Samples.completed()), null));
    assertThat(ContractSchemas.httpAnswer("GET", "/chat", 200, JSON, whole)).isNotEmpty();
  }

  @Test
  void aWaitEndsWithTheTerminalStateOrIsToBeAskedForAgain() {
    assertThat(outcome(200, Samples.completed(), Map.of())).isEmpty();
    assertThat(outcome(202, Samples.queued(), Map.of("Retry-After", "1"))).isEmpty();
    assertThat(outcome(202, Samples.queued(), Map.of()))
        .containsExactly("header Retry-After is missing");
    assertThat(outcome(200, Samples.queued(), Map.of())).isNotEmpty();
    assertThat(outcome(202, Samples.completed(), Map.of("Retry-After", "1"))).isNotEmpty();
  }

  private static List<String> outcome(
      int status, RequestObject request, Map<String, String> headers) {
    HttpAnswer answer = HttpAnswer.json(status, request, headers);
    return ContractSchemas.httpAnswer(
        "GET",
        "/chat/" + Samples.REQUEST + "/outcome",
        answer.status(),
        answer.headers(),
        answer.body());
  }

  @ParameterizedTest
  @EnumSource
  void problemsAreAsSpecified(ProblemKind kind) {
    Problem problem =
        kind == ProblemKind.INVALID_REQUEST
            ? Problem.ofFaults(List.of(new Problem.Fault("/message", "is missing")))
            : Problem.of(kind, "It is so.");
    Map<String, String> headers = kind.retryable() ? Map.of("Retry-After", "1") : Map.of();
    HttpAnswer answer = HttpAnswer.problem(problem, headers);
    String path = kind == ProblemKind.REPLAY_NAME_TAKEN ? "/ops/replays" : "/chat";
    assertThat(
            ContractSchemas.httpAnswer(
                "POST", path, answer.status(), answer.headers(), answer.body()))
        .isEmpty();
  }

  @Test
  void anAcceptedRequestHasItsHeaders() {
    HttpAnswer bare = HttpAnswer.json(202, Samples.queued(), Map.of());
    assertThat(ContractSchemas.httpAnswer("POST", "/chat", 202, bare.headers(), bare.body()))
        .containsExactly("header Location is missing", "header Retry-After is missing");
  }

  @Test
  void whatIsNotDescribedIsAFault() {
    assertThat(ContractSchemas.httpAnswer("GET", "/chats", 200, JSON, "{}")).isNotEmpty();
    assertThat(ContractSchemas.httpAnswer("PUT", "/chat", 202, JSON, "{}")).isNotEmpty();
    assertThat(ContractSchemas.httpAnswer("POST", "/chat", 418, JSON, "{}")).isNotEmpty();
    assertThat(ContractSchemas.httpAnswer("GET", "/conversations", 200, Map.of(), "{}"))
        .contains("content type '' is not described");
    assertThat(getChat("not JSON")).containsExactly("is not JSON");
  }

  @Test
  void aPathIsThatOfItsMostSpecificOperation() {
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Cache-Control", "no-store");
    String groups = "{\"items\":[]}";
    assertThat(ContractSchemas.httpAnswer("GET", "/ops/dead-letters/groups", 200, headers, groups))
        .isEmpty();
    assertThat(ContractSchemas.httpAnswer("GET", "/ops/replays/plan", 200, headers, groups))
        .as("a replay of that name")
        .isNotEmpty();
    assertThat(ContractSchemas.httpAnswer("POST", "/ops/replays/plan", 200, headers, groups))
        .as("a plan")
        .isNotEmpty();
  }

  private static List<String> getChat(String body) {
    return ContractSchemas.httpAnswer("GET", "/chat/" + Samples.REQUEST, 200, JSON, body);
  }

  private static List<String> event(String detailType, Object detail) {
    return ContractSchemas.event("learning-navigator", detailType, Wire.write(detail));
  }
}
