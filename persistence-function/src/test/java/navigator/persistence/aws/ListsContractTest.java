package navigator.persistence.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Turn;
import navigator.contracts.http.Caller;
import navigator.contracts.http.ConversationObject;
import navigator.contracts.http.MessageObject;
import navigator.contracts.http.Page;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Wire;
import navigator.persistence.Chats;
import navigator.persistence.ListConversations;
import navigator.persistence.ListMessages;
import navigator.persistence.ListVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ListsContractTest {

  private static final int LAMBDA_RESPONSE = 6_291_556;
  private static final Caller ANN = new Caller("ann", null, Role.STAFF);
  private static final Caller BOB = new Caller("bob", null, Role.ADMIN);

  private final TestTable table = TestTable.create();
  private final ChatTable chatTable = new ChatTable(table.client(), table.name());
  private final ListConversations conversations =
      new ListConversations(chatTable.conversationsOfUsers());
  private final ListMessages messages =
      new ListMessages(chatTable.ownersOfConversations(), chatTable.messagesOfConversations());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 100})
  void conversationsComeTheLatestChangedFirstOncePerList(int limit) {
    List<ConversationId> put = IntStream.range(0, 7).mapToObj(i -> conversation("ann", i)).toList();
    conversation("bob", 3);
    List<Page<ConversationObject>> pages = conversationPages(limit);
    assertThat(pages.stream().flatMap(page -> page.items().stream()))
        .extracting(ConversationObject::conversationId)
        .containsExactlyElementsOf(put.reversed());
    assertFullUnlessLast(pages, limit, 7);
  }

  @Test
  void whoHasNoConversationGetsAnEmptyPage() {
    conversation("bob", 1);
    assertThat(listed(conversations.list(ANN, Map.of()))).isEqualTo(new Page<>(List.of(), null));
  }

  @Test
  void aConversationTellsWhenItBeganAndChanged() {
    StoredChat.put(table);
    assertThat(listed(conversations.list(ANN, Map.of())).items())
        .containsExactly(
            new ConversationObject(
                Chats.CONVERSATION,
                Chats.ACCEPTED,
                Chats.ACCEPTED,
                ConversationObject.Urls.of(Chats.CONVERSATION)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 100})
  void messagesComeNewestFirstOncePerList(int limit) {
    StoredChat.put(table);
    IntStream.range(1, 6)
        .forEach(i -> StoredChat.put(table, RequestId.random(), turn(i), Chats.DEADLINE));
    List<Page<MessageObject>> pages = messagePages(limit);
    assertThat(pages.stream().flatMap(page -> page.items().stream()))
        .extracting(MessageObject::timestamp)
        .containsExactlyElementsOf(IntStream.range(0, 6).mapToObj(i -> turn(5 - i).at()).toList());
    assertFullUnlessLast(pages, limit, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D\uDE00", "\u0001", "\""})
  void aPageOfLongMessagesEndsBeforeItIsTooLargeToAnswer(String character) throws Exception {
    StoredChat.put(table);
    String longest = character.repeat(32_000);
    for (int i = 1; i <= 60; i++) {
      StoredChat.put(table, RequestId.random(), turn(i), Chats.DEADLINE);
      table.set(
          Keys.userMessage(Chats.CONVERSATION, turn(i)),
          Attribute.MESSAGE,
          AttributeValue.fromS(longest));
    }
    List<Page<MessageObject>> pages = messagePages(100);
    assertThat(pages).hasSizeGreaterThan(1);
    for (Page<MessageObject> page : pages) {
      assertThat(new JsonMapper().writeValueAsBytes(Wire.write(page)).length)
          .isLessThan(LAMBDA_RESPONSE);
    }
    assertThat(pages.stream().mapToInt(page -> page.items().size()).sum()).isEqualTo(61);
  }

  @Test
  void nobodySeesAnothersAnUnknownOrADeletedConversation() {
    StoredChat.put(table);
    assertThat(messages.list(BOB, Chats.CONVERSATION.value(), Map.of()))
        .isEqualTo(new ListVerdict.NotFound<>());
    assertThat(messages.list(ANN, ConversationId.random().value(), Map.of()))
        .isEqualTo(new ListVerdict.NotFound<>());
    assertThat(messages.list(ANN, "mine", Map.of())).isEqualTo(new ListVerdict.NotFound<>());
    table.set(
        Keys.conversation(Chats.CONVERSATION), Attribute.DELETED_AT, AttributeValue.fromS("2026"));
    assertThat(messages.list(ANN, Chats.CONVERSATION.value(), Map.of()))
        .isEqualTo(new ListVerdict.NotFound<>());
  }

  @Test
  void aCursorIsOfItsOwnersOwnList() {
    conversation("ann", 1);
    conversation("ann", 2);
    String cursor = parameters(listed(conversations.list(ANN, Map.of("limit", "1")))).get("after");
    Map<String, String> query = Map.of("after", String.valueOf(cursor));
    assertThat(conversations.list(ANN, query)).isInstanceOf(ListVerdict.Listed.class);
    assertThat(conversations.list(BOB, query)).isInstanceOf(ListVerdict.Invalid.class);
    StoredChat.put(table);
    assertThat(messages.list(ANN, Chats.CONVERSATION.value(), query))
        .isInstanceOf(ListVerdict.Invalid.class);
  }

  private List<Page<ConversationObject>> conversationPages(int limit) {
    List<Page<ConversationObject>> pages = new ArrayList<>();
    Map<String, String> query = Map.of("limit", "" + limit);
    while (!query.isEmpty()) {
      pages.add(listed(conversations.list(ANN, query)));
      query = parameters(pages.getLast());
    }
    return pages;
  }

  private List<Page<MessageObject>> messagePages(int limit) {
    List<Page<MessageObject>> pages = new ArrayList<>();
    Map<String, String> query = Map.of("limit", "" + limit);
    while (!query.isEmpty()) {
      pages.add(listed(messages.list(ANN, Chats.CONVERSATION.value(), query)));
      query = parameters(pages.getLast());
    }
    return pages;
  }

  private static <T> void assertFullUnlessLast(List<Page<T>> pages, int limit, int count) {
    assertThat(pages).hasSize((count + limit - 1) / limit);
    assertThat(pages.subList(0, pages.size() - 1))
        .allSatisfy(page -> assertThat(page.items()).hasSize(limit));
  }

  private static Map<String, String> parameters(Page<?> page) {
    String next = page.next();
    if (next == null) {
      return Map.of();
    }
    Map<String, String> parameters = new HashMap<>();
    for (String pair : next.substring(next.indexOf('?') + 1).split("&", -1)) {
      parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return parameters;
  }

  private static <T> Page<T> listed(ListVerdict<T> verdict) {
    return switch (verdict) {
      case ListVerdict.Listed<T>(Page<T> page) -> page;
      case ListVerdict<T> other -> throw new AssertionError(other);
    };
  }

  private ConversationId conversation(String user, int minute) {
    ConversationId id = ConversationId.random();
    Instant updatedAt = Chats.ACCEPTED.plusSeconds(60L * minute);
    table.put(
        Item.at(Keys.conversation(id))
            .inUserIndex(Keys.conversationOfUser(user, updatedAt, id))
            .text(Attribute.CONVERSATION_ID, id.value())
            .text(Attribute.USER_ID, user)
            .time(Attribute.CREATED_AT, Chats.ACCEPTED)
            .time(Attribute.UPDATED_AT, updatedAt)
            .attributes());
    return id;
  }

  private static Turn turn(int i) {
    return new Turn(Chats.ACCEPTED.plusSeconds(i));
  }
}
