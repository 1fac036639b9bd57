package navigator.persistence.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Turn;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.persistence.Chats;
import navigator.persistence.aws.StoredChat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RequestsContractTest {

  private static final int COUNT = 30;

  private final TestTable table = TestTable.create();
  private final RequestsWiring wiring = RequestsWiring.of(Map.of("TABLE_NAME", table.name()));

  @BeforeAll
  static void findTheTable() {
    TestTable.servePlatform();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 15, 30, 31, 100})
  void requestsComeTheLatestAcceptedFirstOncePerList(int limit) {
    List<RequestId> put = new ArrayList<>(IntStream.range(0, COUNT).mapToObj(this::put).toList());
    Collections.reverse(put);
    assertThat(ids(fullPages(Map.of("limit", "" + limit), limit, COUNT)))
        .containsExactlyElementsOf(put);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 100})
  void pagesAreFullWithAFilterToo(int limit) {
    List<RequestId> put = IntStream.range(0, COUNT).mapToObj(this::put).toList();
    List.of(0, 11, 29).forEach(i -> cancel(put.get(i)));
    assertThat(ids(fullPages(Map.of("limit", "" + limit, "status", "cancelled"), limit, 3)))
        .containsExactly(put.get(29), put.get(11), put.get(0));
  }

  @Test
  void acceptedAfterMeansLaterByAMicrosecond() {
    List<RequestId> put = IntStream.range(0, 3).mapToObj(this::put).toList();
    assertThat(ids(after(acceptedAt(1)))).containsExactly(put.get(2));
    assertThat(ids(after(acceptedAt(1).minusNanos(1_000)))).containsExactly(put.get(2), put.get(1));
    assertThat(ids(after(acceptedAt(1).minusNanos(1)))).containsExactly(put.get(2), put.get(1));
    assertThat(ids(after(acceptedAt(2)))).isEmpty();
  }

  @Test
  void aCursorGoesOnUnderAnyFilter() {
    IntStream.range(0, 5).forEach(this::put);
    String cursor = parameters(page(Map.of("limit", "3"))).get("after");
    Map<String, String> narrowed =
        Map.of("after", String.valueOf(cursor), "created_after", IsoMicros.format(acceptedAt(0)));
    assertThat(ids(List.of(page(narrowed)))).hasSize(1);
    Map<String, String> beyond =
        Map.of("after", String.valueOf(cursor), "created_after", IsoMicros.format(acceptedAt(3)));
    assertThat(ids(List.of(page(beyond)))).isEmpty();
  }

  @Test
  void everyStateIsToldWithoutTheReply() {
    RequestId answered = put(1);
    set(answered, Attribute.STATUS, "completed");
    set(answered, Attribute.MODEL, "sonnet");
    set(answered, Attribute.COMPLETED_AT, IsoMicros.format(Chats.ENDED));
    RequestId fellBack = put(2);
    set(fellBack, Attribute.STATUS, "fallback");
    set(fellBack, Attribute.MODEL, "sonnet");
    set(fellBack, Attribute.ERROR_CODE, "access_denied");
    set(fellBack, Attribute.COMPLETED_AT, IsoMicros.format(Chats.ENDED));
    cancel(put(3));
    put(4);
    APIGatewayV2HTTPResponse answer = list("ann", Map.of());
    assertThat(answer.getBody())
        .contains("\"fallback\":{\"reason\":\"access_denied\"}", "\"model\":\"sonnet\"")
        .doesNotContain("\"message\"", "teach");
  }

  @Test
  void nobodySeesWhatIsAnothers() {
    put(1);
    assertThat(list("bob", Map.of()).getBody()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void everyFaultIsTold() {
    APIGatewayV2HTTPResponse answer =
        list("ann", Map.of("status", "done", "created_after", "1", "limit", "0", "colour", "red"));
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody())
        .contains("#query/status", "#query/created_after", "#query/limit", "#query/colour");
  }

  @Test
  void primingChangesNothing() {
    put(1);
    List<Map<String, AttributeValue>> before = table.items();
    wiring.priming().beforeCheckpoint(org.crac.Core.getGlobalContext());
    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
  }

  private static Instant acceptedAt(int i) {
    return Chats.ACCEPTED.plusSeconds(i);
  }

  private RequestId put(int i) {
    RequestId id = RequestId.random();
    StoredChat.put(table, id, new Turn(acceptedAt(i)), Chats.DEADLINE);
    return id;
  }

  private void cancel(RequestId id) {
    set(id, Attribute.STATUS, "cancelled");
    set(id, Attribute.COMPLETED_AT, IsoMicros.format(Chats.ENDED));
  }

  private void set(RequestId id, String attribute, String value) {
    table.set(Keys.request(id), attribute, AttributeValue.fromS(value));
  }

  private List<JsonNode> after(Instant time) {
    return List.of(page(Map.of("created_after", time.toString())));
  }

  private List<JsonNode> fullPages(Map<String, String> query, int limit, int count) {
    List<JsonNode> pages = new ArrayList<>();
    Map<String, String> parameters = query;
    while (!parameters.isEmpty()) {
      pages.add(page(parameters));
      parameters = parameters(pages.getLast());
    }
    assertThat(pages).hasSize((count + limit - 1) / limit);
    assertThat(pages.subList(0, pages.size() - 1))
        .allSatisfy(page -> assertThat(page.path("items")).hasSize(limit));
    return pages;
  }

  private static List<RequestId> ids(List<JsonNode> pages) {
    return pages.stream()
        .flatMap(page -> page.path("items").valueStream())
        .map(item -> new RequestId(item.path("request_id").asText()))
        .toList();
  }

  private static Map<String, String> parameters(JsonNode page) {
    Map<String, String> parameters = new HashMap<>();
    if (page.has("next")) {
      String next = page.path("next").asText();
      for (String pair : next.substring(next.indexOf('?') + 1).split("&", -1)) {
        parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    return parameters;
  }

  private JsonNode page(Map<String, String> query) {
    return switch (Wire.readTree(list("ann", query).getBody())) {
      case Read.Valid<JsonNode>(var page) -> page;
      case Read.Invalid<JsonNode>(var reason) -> throw new AssertionError(reason);
    };
  }

  private APIGatewayV2HTTPResponse list(String user, Map<String, String> query) {
    APIGatewayV2HTTPResponse answer =
        new RequestsHandler(wiring)
            .handleRequest(HttpEvents.get(user, "GET /chat", Map.of(), query), new TestContext());
    assertThat(
            ContractSchemas.httpAnswer(
                "GET", "/chat", answer.getStatusCode(), answer.getHeaders(), answer.getBody()))
        .isEmpty();
    return answer;
  }
}
