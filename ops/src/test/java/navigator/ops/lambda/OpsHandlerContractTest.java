package navigator.ops.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.metric.Metric;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ops.StackQueue;
import navigator.ops.aws.FiveQueues;
import navigator.ops.aws.ParkedRequests;
import navigator.ops.aws.StoredLetters;
import navigator.ops.aws.StoredLetters.Kind;
import org.crac.Core;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpsHandlerContractTest {

  private static final FiveQueues QUEUES = FiveQueues.start();
  private static final String LIST = "GET /ops/dead-letters";
  private static final String GROUPS = "GET /ops/dead-letters/groups";
  private static final String STORY = "GET /ops/dead-letters/{dead_letter_id}";
  private static final String AUDIT = "GET /ops/audit";
  private static final String PLAN = "POST /ops/replays/plan";
  private static final String START = "POST /ops/replays";
  private static final String REPLAYS = "GET /ops/replays";
  private static final String REPLAY = "GET /ops/replays/{name}";
  private static final String CANCEL = "POST /ops/replays/{name}/cancel";
  private static final Map<String, String> ADMIN = OpsEvents.claims("root", "[staff admin]");

  private final Instant failed = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private final TestTable table = TestTable.create();
  private final StoredLetters letters = new StoredLetters(table);
  private final OpsWiring wiring = OpsWiring.of(environment());

  @BeforeAll
  static void servePlatform() {
    TestTable.servePlatform();
    QUEUES.servePlatform();
  }

  @AfterAll
  static void stop() {
    QUEUES.close();
    System.clearProperty("aws.endpointUrlSqs");
  }

  static Stream<String> routes() {
    return ContractSchemas.routes().stream().filter(route -> route.contains(" /ops/")).sorted();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void whoeverIsNoAdminIsToldThatThereIsNoSuchThing(String route) {
    DeadLetterId id = letters.put(Kind.USUAL, failed);
    int before = table.items().size();
    String expected = null;
    for (Map<String, String> claims :
        List.of(
            OpsEvents.claims("ann", "[instructor]"),
            OpsEvents.claims("ann", "[staff administrator]"),
            Map.of("token_use", "id", "sub", "ann"))) {
      for (String parameter : List.of(id.text(), "nothing")) {
        for (String body : List.of("not JSON", order("n"))) {
          APIGatewayV2HTTPEvent event =
              OpsEvents.call(claims, route, parameter, Map.of("state", "nonsense"));
          APIGatewayV2HTTPResponse answer = send(OpsEvents.with(event, body));
          assertThat(answer.getStatusCode()).isEqualTo(404);
          expected = expected == null ? answer.getBody() : expected;
          assertThat(answer.getBody())
              .isEqualTo(expected)
              .contains("There is no such thing of yours");
        }
      }
    }
    assertThat(table.items()).hasSize(before);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void anAccessTokenIsNotEnough(String route) {
    Map<String, String> claims = new HashMap<>(ADMIN);
    claims.put("token_use", "access");
    assertThat(send(OpsEvents.call(claims, route, "x", Map.of())).getStatusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 25, 100})
  void lettersAreListedTheNewestFirstPageByPage(int limit) {
    List<String> put = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      put.addFirst(letters.put(Kind.USUAL.ofUser("a b&c"), failed.plusSeconds(i)).text());
    }
    letters.put(Kind.USUAL, failed);
    Map<String, String> query = Map.of("user", "a b&c", "limit", "" + limit, "state", "parked");
    assertThat(all(LIST, query)).extracting(item -> item.path("id").asText()).isEqualTo(put);
  }

  @Test
  void lettersAreFilteredAndGrouped() {
    letters.put(Kind.USUAL, failed);
    letters.put(Kind.USUAL, failed.plusSeconds(1));
    letters.put(Kind.USUAL.with(ErrorCode.CRASHED, "Crashed."), failed);
    letters.put(Kind.USUAL.with(DeadLetterState.DISCARDED), failed);
    letters.putUnreadable("m-1", failed);
    assertThat(ok(LIST, "", Map.of("code", "crashed")).path("items")).hasSize(1);
    assertThat(ok(LIST, "", Map.of("state", "parked,discarded")).path("items")).hasSize(5);
    assertThat(ok(LIST, "", Map.of("since", "" + failed.plusSeconds(1))).path("items")).hasSize(1);
    JsonNode groups = ok(GROUPS, "", Map.of("state", "all")).path("items");
    assertThat(groups).extracting(group -> group.path("count").asInt()).containsExactly(3, 1, 1);
  }

  @Test
  void everyFaultOfAQueryIsTold() {
    Map<String, String> query = new HashMap<>();
    query.put("state", "open");
    query.put("code", "bad");
    query.put("user", "");
    query.put("since", "soon");
    query.put("limit", "101");
    query.put("colour", "red");
    assertThat(refused(LIST, query))
        .contains("#query/state", "#query/code", "#query/user", "#query/since", "#query/limit")
        .contains("#query/colour", "6 faults");
    assertThat(refused(LIST, Map.of("after", "bm90aGluZw"))).contains("#query/after");
    assertThat(refused(GROUPS, Map.of("limit", "5"))).contains("#query/limit");
    assertThat(refused(REPLAYS, Map.of("state", "done"))).contains("#query/state");
    assertThat(refused(AUDIT, Map.of("since", "2026", "after", "x"))).contains("#query/since");
  }

  @Test
  void aStoryHoldsTextForAReasonAloneAndThenThatIsOnRecord() {
    RequestId request = RequestId.random();
    String id = letters.put(Kind.USUAL, request, failed).text();
    letters.putRequest(request, failed);

    assertThat(ok(STORY, id, Map.of()).toString())
        .contains("\"state\":\"parked\"")
        .doesNotContain(StoredLetters.QUESTION, StoredLetters.SHOWN);
    assertThat(ok(AUDIT, "", Map.of()).path("items")).isEmpty();
    assertThat(refusedAt(STORY, id, Map.of("text", "true"))).contains("#query/reason");
    assertThat(refusedAt(STORY, id, Map.of("text", "yes", "reason", "r")))
        .contains("#query/text", "#query/reason");

    JsonNode told = ok(STORY, id, Map.of("text", "true", "reason", "ticket 7"));

    assertThat(told.path("asked").asText()).isEqualTo(StoredLetters.QUESTION);
    assertThat(told.path("shown").asText()).isEqualTo(StoredLetters.SHOWN);
    JsonNode record = ok(AUDIT, "", Map.of()).path("items").path(0);
    assertThat(record.path("action").asText()).isEqualTo("show_text");
    assertThat(record.path("actor").asText()).isEqualTo("root");
    assertThat(record.path("reason").asText()).isEqualTo("ticket 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7d9f6c52-3b1e-4f4e-8a51-0f3c1f0c9a10", "unreadable:none", "?", ""})
  void whatNothingIsKnownOfIsNotFound(String id) {
    Map<String, String> query = Map.of("text", "true", "reason", "r");
    assertThat(send(OpsEvents.call(ADMIN, STORY, id, query)).getStatusCode()).isEqualTo(404);
    assertThat(ok(AUDIT, "", Map.of()).path("items")).isEmpty();
  }

  @Test
  void queuesAreCounted() {
    QUEUES.send(StackQueue.OUTCOME_EVENTS_FAILED, "", "{}");
    JsonNode queues = ok("GET /ops/queues", "", Map.of()).path("queues");
    assertThat(queues).hasSize(5);
    assertThat(queues.path(3).path("queue").asText()).isEqualTo("outcome-events-failed");
    assertThat(queues.path(3).path("waiting").asInt()).isOne();
  }

  @Test
  void aReplayIsPlannedStartedListedAndCancelled() {
    new ParkedRequests(table).park(3);
    JsonNode plan = json(post(PLAN, "", "{\"selection\":{\"all\":true},\"rate\":60}", 200));
    assertThat(plan.path("asked").asInt()).isEqualTo(3);
    assertThat(plan.path("by_code").path("model_unavailable").asInt()).isEqualTo(3);
    assertThat(table.items()).hasSize(6);

    APIGatewayV2HTTPResponse started = post(START, "", order("after"), 201);
    assertThat(started.getHeaders()).containsEntry("Location", "/ops/replays/after");
    JsonNode replay = ok(REPLAY, "after", Map.of());
    assertThat(replay).isEqualTo(json(started));
    assertThat(replay.path("actor").asText()).isEqualTo("root");
    assertThat(replay.path("selection")).isEqualTo(tree("{\"all\":true}"));
    assertThat(post(START, "", order("after"), 409).getBody()).contains("replay_name_taken");
    assertThat(ok(REPLAYS, "", Map.of()).path("items")).hasSize(1);
    assertThat(ok(REPLAYS, "", Map.of("state", "ended")).path("items")).isEmpty();

    JsonNode cancelled = json(post(CANCEL, "after", "{\"reason\":\"wrong one\"}", 200));
    assertThat(cancelled.has("cancelled_at")).isTrue();
    assertThat(json(post(CANCEL, "after", "{\"reason\":\"again\"}", 200))).isEqualTo(cancelled);
    assertThat(post(CANCEL, "after", "{}", 400).getBody()).contains("/reason");
    assertThat(post(CANCEL, "other", "{\"reason\":\"r\"}", 404)).isNotNull();
    assertThat(post(CANCEL, "No Name", "{\"reason\":\"r\"}", 404)).isNotNull();
    assertThat(send(OpsEvents.call(ADMIN, REPLAY, "other", Map.of())).getStatusCode())
        .isEqualTo(404);
    assertThat(ok(AUDIT, "", Map.of()).path("items"))
        .extracting(record -> record.path("action").asText() + " " + record.path("actor").asText())
        .containsExactly("cancel_replay root", "replay root");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void recordsAndReplaysAreListedPageByPage(int limit) {
    List<String> names = new ArrayList<>();
    for (String name : List.of("one", "two", "three")) {
      post(START, "", order(name), 201);
      names.addFirst(name);
    }
    Map<String, String> query = Map.of("limit", "" + limit);
    assertThat(all(REPLAYS, query)).extracting(item -> item.path("name").asText()).isEqualTo(names);
    assertThat(all(AUDIT, query))
        .extracting(item -> item.path("operation").asText())
        .isEqualTo(names);
    assertThat(ok(AUDIT, "", Map.of("since", "" + Instant.now().plusSeconds(60))).path("items"))
        .isEmpty();
    assertThat(ok(AUDIT, "", Map.of("since", "0001-01-01T00:00:00Z")).path("items")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAN, START, CANCEL})
  void aBodyIsAJsonObjectAndSaysSo(String route) {
    APIGatewayV2HTTPEvent event = OpsEvents.call(ADMIN, route, "n", Map.of());
    assertThat(send(event).getStatusCode()).isEqualTo(415);
    assertThat(post(route, "n", "", 400).getBody()).contains("malformed_json");
    assertThat(post(route, "n", "[1]", 400).getBody()).contains("malformed_json");
    assertThat(post(route, "n", "{\"a\":1,\"a\":2}", 400).getBody()).contains("malformed_json");
    assertThat(post(route, "n", " ".repeat(262_145), 400).getBody()).contains("longer");
    APIGatewayV2HTTPEvent encoded =
        OpsEvents.with(
            OpsEvents.call(ADMIN, route, "n", Map.of()),
            Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8)));
    encoded.setIsBase64Encoded(true);
    assertThat(send(encoded).getBody()).contains("is missing");
  }

  @Test
  void aFaultOfOursTellsNothingAndIsCounted() {
    table.client().deleteTable(delete -> delete.tableName(table.name()));
    try (CapturedLog log = CapturedLog.silently()) {
      APIGatewayV2HTTPResponse answer = send(OpsEvents.call(ADMIN, REPLAY, "n", Map.of()));
      assertThat(answer.getStatusCode()).isEqualTo(500);
      assertThat(answer.getBody()).doesNotContain("Exception", table.name());
      assertThat(log.total(Metric.FAULTS)).isOne();
    }
  }

  @Test
  void primingReadsAndWritesNothing() {
    wiring.priming().beforeCheckpoint(Core.getGlobalContext());
    assertThat(table.items()).isEmpty();
  }

  private Map<String, String> environment() {
    Map<StackQueue, String> urls = QUEUES.urls();
    return Map.of(
        "TABLE_NAME", table.name(),
        "REQUEST_QUEUE_URL", url(urls, StackQueue.REQUESTS),
        "DEAD_LETTER_QUEUE_URL", url(urls, StackQueue.DEAD_LETTERS),
        "DEAD_LETTERS_FAILED_QUEUE_URL", url(urls, StackQueue.DEAD_LETTERS_FAILED),
        "OUTCOME_EVENTS_FAILED_QUEUE_URL", url(urls, StackQueue.OUTCOME_EVENTS_FAILED),
        "OUTCOME_INVOKES_FAILED_QUEUE_URL", url(urls, StackQueue.OUTCOME_INVOKES_FAILED));
  }

  private static String url(Map<StackQueue, String> urls, StackQueue queue) {
    return urls.getOrDefault(queue, "");
  }

  private static String order(String name) {
    return "{\"name\":\"%s\",\"reason\":\"The model is back.\",\"selection\":{\"all\":true}}"
        .formatted(name);
  }

  private List<JsonNode> all(String route, Map<String, String> query) {
    List<JsonNode> items = new ArrayList<>();
    Map<String, String> parameters = query;
    while (!parameters.isEmpty()) {
      JsonNode page = ok(route, "", parameters);
      page.path("items").forEach(items::add);
      parameters = page.has("next") ? parameters(page.path("next").asText()) : Map.of();
    }
    return items;
  }

  private static Map<String, String> parameters(String url) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : url.substring(url.indexOf('?') + 1).split("&", -1)) {
      String value = pair.substring(pair.indexOf('=') + 1);
      parameters.put(
          pair.substring(0, pair.indexOf('=')), URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private JsonNode ok(String route, String parameter, Map<String, String> query) {
    APIGatewayV2HTTPResponse answer = send(OpsEvents.call(ADMIN, route, parameter, query));
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    return json(answer);
  }

  private String refused(String route, Map<String, String> query) {
    return refusedAt(route, "", query);
  }

  private String refusedAt(String route, String parameter, Map<String, String> query) {
    APIGatewayV2HTTPResponse answer = send(OpsEvents.call(ADMIN, route, parameter, query));
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(400);
    return answer.getBody();
  }

  private APIGatewayV2HTTPResponse post(String route, String parameter, String body, int status) {
    APIGatewayV2HTTPEvent event = OpsEvents.call(ADMIN, route, parameter, Map.of());
    APIGatewayV2HTTPResponse answer = send(OpsEvents.with(event, body));
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    return answer;
  }

  private APIGatewayV2HTTPResponse send(APIGatewayV2HTTPEvent event) {
    APIGatewayV2HTTPResponse answer =
        new OpsHandler(wiring).handleRequest(event, new TestContext(20_000));
    String[] route = event.getRouteKey().split(" ", 2);
    String path = route[1].replaceAll("\\{[^}]*}", "x");
    assertThat(
            ContractSchemas.httpAnswer(
                route[0], path, answer.getStatusCode(), answer.getHeaders(), answer.getBody()))
        .isEmpty();
    return answer;
  }

  private static JsonNode json(APIGatewayV2HTTPResponse answer) {
    return tree(answer.getBody());
  }

  private static JsonNode tree(String json) {
    return switch (Wire.readTree(json)) {
      case Read.Valid<JsonNode>(var tree) -> tree;
      case Read.Invalid<JsonNode>(var reason) -> throw new AssertionError(reason);
    };
  }
}
