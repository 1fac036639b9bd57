package navigator.persistence.aws;

import static navigator.persistence.aws.DeletionFixture.ANN;
import static navigator.persistence.aws.DeletionFixture.NOW;
import static navigator.persistence.aws.DeletionFixture.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Turn;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.persistence.Chats;
import navigator.persistence.FindStatus;
import navigator.persistence.StoredRequest;
import navigator.persistence.TextOfRequest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DeleteConversationContractTest {

  private static final Caller BOB = new Caller("bob", null, Role.ADMIN);

  @Test
  void allTextIsErasedAndNothingElse() {
    DeletionFixture chat = DeletionFixture.full();

    assertThat(chat.delete()).isTrue();

    chat.assertNoTextIsLeft();
    StoredRequest answered = chat.request();
    assertThat(answered.status()).isEqualTo(Status.COMPLETED);
    assertThat(answered.progress().usage()).isEqualTo(Chats.USAGE);
    assertThat(answered.erasedAt()).isEqualTo(NOW);
    assertThat(chat.table().item(Keys.outcome(Chats.ID, 0)))
        .containsEntry(Attribute.MODEL, AttributeValue.fromS("sonnet"));
    assertThat(chat.table().item(Keys.deadLetter(Chats.ID)))
        .containsEntry(Attribute.ERROR_CODE, AttributeValue.fromS("access_denied"))
        .containsKey(Attribute.ERROR_DETAIL);
  }

  @Test
  void pendingRequestsAreCancelledAlsoWithAStoredOutcome() {
    DeletionFixture chat = DeletionFixture.full();
    chat.table()
        .set(Keys.request(WAITING), Attribute.OUTCOME_GENERATION, AttributeValue.fromN("0"));

    chat.delete();

    StoredRequest waiting = chat.requests().find(WAITING).orElseThrow();
    assertThat(waiting.status()).isEqualTo(Status.CANCELLED);
    assertThat(waiting.progress().completedAt()).isNotNull();
    assertThat(waiting.pending()).isFalse();
  }

  @Test
  void theConversationIsInNoListAndItsMessagesAreNobodys() {
    DeletionFixture chat = DeletionFixture.full();
    assertThat(chat.chats().conversationsOfUsers().of("ann", null, 9).items()).hasSize(1);

    chat.delete();

    assertThat(chat.chats().conversationsOfUsers().of("ann", null, 9).items()).isEmpty();
    assertThat(chat.chats().ownersOfConversations().of(Chats.CONVERSATION)).isEmpty();
    assertThat(chat.chats().messagesOfConversations().of(Chats.CONVERSATION, null, 9).items())
        .isEmpty();
  }

  @Test
  void itsRequestsStayWithoutText() {
    DeletionFixture chat = DeletionFixture.full();
    chat.delete();

    RequestObject shown =
        new FindStatus(chat.requests(), chat.chats().messages())
            .find(ANN, Chats.ID.value())
            .orElseThrow();

    assertThat(shown.status()).isEqualTo(Status.COMPLETED);
    assertThat(shown.erasedAt()).isEqualTo(NOW);
    assertThat(shown.message()).isNull();
    assertThat(shown.metadata()).isEmpty();
  }

  @Test
  void theSameAgainIsAsGood() {
    DeletionFixture chat = DeletionFixture.full();
    chat.delete();
    List<Map<String, AttributeValue>> before = chat.table().items();

    assertThat(chat.delete()).isTrue();
    assertThat(chat.table().items()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void unknownForeignAndMalformedIdsAreAlikeAndUntouched() {
    DeletionFixture chat = DeletionFixture.full();
    List<Map<String, AttributeValue>> before = chat.table().items();

    assertThat(chat.delete(BOB, Chats.CONVERSATION.value())).isFalse();
    assertThat(chat.delete(ANN, ConversationId.random().value())).isFalse();
    assertThat(chat.delete(ANN, "7")).isFalse();
    assertThat(chat.table().items()).containsExactlyInAnyOrderElementsOf(before);

    chat.delete();
    assertThat(chat.delete(BOB, Chats.CONVERSATION.value())).isFalse();
  }

  @Test
  void whatThereIsNoTimeForIsLeftToTheSweep() {
    DeletionFixture chat = DeletionFixture.full();
    AtomicInteger requests = new AtomicInteger(1);

    boolean deleted =
        chat.deleting(chat.table().client())
            .delete(ANN, Chats.CONVERSATION.value(), () -> requests.getAndDecrement() > 0);

    assertThat(deleted).isTrue();
    assertThat(chat.unerased()).isTrue();
    assertThat(chat.requests().find(WAITING).orElseThrow().status()).isEqualTo(Status.CANCELLED);
    assertThat(chat.request().erasedAt()).isNull();

    chat.sweep();
    chat.assertNoTextIsLeft();
  }

  @Test
  void aGiantConversationIsReadOnlyAsFarAsThereIsTimeToEraseIt() {
    DeletionFixture chat = DeletionFixture.full();
    for (int turn = 1; turn <= 300; turn++) {
      StoredChat.question(
          chat.table(), RequestId.random(), new Turn(Chats.ACCEPTED.plusSeconds(60 + turn)));
    }
    CountedPages pages =
        new CountedPages(chat.table().client(), Keys.conversation(Chats.CONVERSATION));
    AtomicInteger requests = new AtomicInteger(1);

    chat.deleting(pages.client())
        .delete(ANN, Chats.CONVERSATION.value(), () -> requests.getAndDecrement() > 0);

    assertThat(pages.read()).isEqualTo(1);
    assertThat(chat.unerased()).isTrue();

    chat.sweep();
    chat.assertNoTextIsLeft();
  }

  @Test
  void questionAndReplyOfARequestAreErasedTogether() {
    DeletionFixture chat = DeletionFixture.full();

    assertThat(chat.chats().texts().of(Chats.CONVERSATION))
        .extracting(TextOfRequest::request, text -> text.messages().size())
        .containsExactly(tuple(WAITING, 2), tuple(Chats.ID, 2));
  }

  @Test
  void whereverItsProcessDiesTheSweepFinishesIt() {
    boolean died = true;
    for (int calls = 1; died; calls++) {
      DeletionFixture chat = DeletionFixture.full();
      DyingClient dying = new DyingClient(chat.table().client(), calls);

      assertThat(chat.deleting(dying.client()).delete(ANN, Chats.CONVERSATION.value(), () -> true))
          .isTrue();
      died = dying.died();
      assertThat(chat.unerased()).as("after %d calls", calls).isEqualTo(died);

      chat.sweep();
      chat.assertNoTextIsLeft();
      assertThat(chat.requests().find(WAITING).orElseThrow().pending()).isFalse();
    }
  }

  @Test
  void aMessageWhoseRequestIsGoneIsErasedToo() {
    DeletionFixture chat = DeletionFixture.full();
    chat.table().delete(Keys.request(Chats.ID));

    chat.delete();

    chat.assertNoTextIsLeft();
    assertThat(chat.table().item(Keys.request(Chats.ID))).isEmpty();
  }
}
