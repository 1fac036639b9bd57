package navigator.persistence.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.log.StateChange;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.HostileJson;
import navigator.contracts.testing.HostileText;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Wire;
import navigator.persistence.Chats;
import navigator.persistence.aws.StoredChat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the bus might deliver to the outcome function, on a real table. */
class EventsFuzzContractTest {

  private static final Stack STACK = Stack.start();

  private record Stack(TestTable table, OutcomeHandler handler) {

    static Stack start() {
      TestTable.servePlatform();
      TestTable table = TestTable.create();
      Map<String, String> environment =
          Map.of("TABLE_NAME", table.name(), "RETENTION", "P365D", "DEAD_LETTER_RETENTION", "P30D");
      return new Stack(table, new OutcomeHandler(OutcomeWiring.of(environment)));
    }
  }

  @Property(tries = 300)
  void anEventIsWrittenAsAWholeOrIgnoredInWordsOrThrownOn(@ForAll("events") byte[] event) {
    STACK.table().items().forEach(item -> STACK.table().delete(key(item)));
    StoredChat.put(STACK.table());
    Set<Object> before = new HashSet<>(STACK.table().items());
    try (CapturedLog log = CapturedLog.silently()) {
      Throwable thrown = catchThrowable(() -> handle(event));
      Set<Object> after = new HashSet<>(STACK.table().items());
      if (thrown != null) {
        assertThat(after).isEqualTo(before);
        assertTellsNothing(thrown);
      } else if (after.equals(before)) {
        assertThat(log.text()).contains(StateChange.IGNORED.wireName());
      } else {
        assertWhole();
      }
      assertThat(log.text()).doesNotContain(HostileText.SECRET);
    }
  }

  private static void handle(byte[] event) throws Exception {
    STACK
        .handler()
        .handleRequest(
            new ByteArrayInputStream(event), OutputStream.nullOutputStream(), new TestContext());
  }

  private static void assertWhole() {
    assertThat(STACK.table().item(Keys.request(Chats.ID)))
        .doesNotContainKey(Attribute.PENDING_INDEX_PK)
        .containsKey(Attribute.COMPLETED_AT);
    assertThat(STACK.table().item(Keys.assistantMessage(Chats.CONVERSATION, Chats.TURN)))
        .containsKey(Attribute.MESSAGE);
  }

  private static void assertTellsNothing(@Nullable Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      assertThat(e).isInstanceOf(RuntimeException.class);
      assertThat(String.valueOf(e.getMessage())).doesNotContain(HostileText.SECRET);
    }
  }

  private static Key key(Map<String, AttributeValue> item) {
    return new Key(text(item, Attribute.PK), text(item, Attribute.SK));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, AttributeValue.fromS("")).s();
  }

  @Provide
  Arbitrary<byte[]> events() {
    return Arbitraries.oneOf(
            HostileJson.any(),
            HostileJson.damaged(event(Chats.answered(0))),
            HostileJson.damaged(event(Chats.fellBack(0))),
            HostileJson.any()
                .map(detail -> "{\"detail-type\":\"ChatAnswered\",\"detail\":" + detail + "}"))
        .map(event -> event.getBytes(UTF_8));
  }

  private static String event(ChatOutcome outcome) {
    return Wire.write(Map.of("detail-type", outcome.detailType(), "detail", outcome));
  }
}
