package navigator.persistence.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.HostileText;
import navigator.contracts.testing.TestTable;
import navigator.persistence.Chats;
import navigator.persistence.aws.StoredChat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reads on a real table that holds what is Ann's, asked for by Bob in every way. */
class ReadsFuzzContractTest {

  private static final String STATUS = "GET /chat/{request_id}";
  private static final String CONVERSATIONS = "GET /conversations";
  private static final String MESSAGES = "GET /conversations/{conversation_id}/messages";

  private static final Map<String, String> ENVIRONMENT = start();
  private static final StatusHandler STATUSES = new StatusHandler(StatusWiring.of(ENVIRONMENT));
  private static final ConversationsHandler READS =
      new ConversationsHandler(ReadWiring.of(ENVIRONMENT));

  private static Map<String, String> start() {
    TestTable.servePlatform();
    TestTable table = TestTable.create();
    StoredChat.put(table);
    return Map.of(
        "TABLE_NAME", table.name(),
        "AWS_REGION", "us-west-2",
        "MODEL_ID", "sonnet",
        "CALLS_AT_ONCE", "50");
  }

  @Property(tries = 300)
  void whatIsAnnsIsNeverToldAndNoCallIsOurFault(
      @ForAll("routes") String route,
      @ForAll("ids") String id,
      @ForAll("queries") Map<String, String> query) {
    String name = route.equals(STATUS) ? "request_id" : "conversation_id";
    APIGatewayV2HTTPEvent event = HttpEvents.get("bob", route, Map.of(name, id), query);
    try (CapturedLog log = CapturedLog.silently()) {
      APIGatewayV2HTTPResponse answer =
          route.equals(STATUS)
              ? STATUSES.handleRequest(event, new TestContext())
              : READS.handleRequest(event, new TestContext());

      assertThat(answer.getStatusCode())
          .isIn(route.equals(CONVERSATIONS) ? new Object[] {200, 400} : new Object[] {404});
      assertThat(answer.getBody()).doesNotContain("teach", "\"ann\"", "courses");
      assertThat(UTF_8.newEncoder().canEncode(answer.getBody())).isTrue();
      assertThat(faults(route, answer)).isEmpty();
      assertThat(log.text()).isEmpty();
    }
  }

  private static Iterable<String> faults(String route, APIGatewayV2HTTPResponse answer) {
    String path = route.substring("GET ".length()).replaceFirst("\\{.*}", Chats.ID.value());
    return ContractSchemas.httpAnswer(
        "GET", path, answer.getStatusCode(), answer.getHeaders(), answer.getBody());
  }

  @Provide
  Arbitrary<String> routes() {
    return Arbitraries.of(STATUS, CONVERSATIONS, MESSAGES);
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.oneOf(
        Arbitraries.of(Chats.ID.value(), Chats.CONVERSATION.value()),
        HostileText.damaged(Chats.ID.value()),
        HostileText.any());
  }

  @Provide
  Arbitrary<Map<String, String>> queries() {
    return Arbitraries.maps(
            Arbitraries.oneOf(Arbitraries.of("limit", "after"), HostileText.whole()),
            HostileText.whole())
        .ofMaxSize(2);
  }
}
