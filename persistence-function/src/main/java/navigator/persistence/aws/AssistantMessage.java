package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.MESSAGE;
import static navigator.contracts.table.Attribute.MESSAGE_FALLBACK_REASON;
import static navigator.contracts.table.Attribute.MESSAGE_MODEL;
import static navigator.contracts.table.Attribute.MESSAGE_REQUEST_ID;
import static navigator.contracts.table.Attribute.MESSAGE_TIMESTAMP;
import static navigator.contracts.table.Attribute.MESSAGE_USER_EMAIL;
import static navigator.contracts.table.Attribute.MESSAGE_USER_ID;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.table.Keys;
import navigator.persistence.StoredRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The message item of a reply, with the attributes of the original data model. */
final class AssistantMessage {

  private AssistantMessage() {}

  static Map<String, AttributeValue> of(
      StoredRequest request, ChatOutcome outcome, Instant expiresAt) {
    Instant written = written(outcome);
    Item item =
        Item.at(Keys.assistantMessage(request.conversation(), request.turn()))
            .inUserIndex(Keys.messageOfUser(request.userId(), request.conversation(), written))
            .text(MESSAGE, outcome.reply())
            .text(MESSAGE_USER_ID, request.userId())
            .text(MESSAGE_USER_EMAIL, request.userEmail())
            .time(MESSAGE_TIMESTAMP, written)
            .text(MESSAGE_REQUEST_ID, request.id().value())
            .expiresAt(expiresAt);
    return switch (outcome) {
      case ChatAnswered answered -> item.text(MESSAGE_MODEL, answered.model()).attributes();
      case ChatFellBack fellBack ->
          item.text(MESSAGE_FALLBACK_REASON, fellBack.failure().code().wireName()).attributes();
    };
  }

  private static Instant written(ChatOutcome outcome) {
    return switch (outcome) {
      case ChatAnswered answered -> answered.answeredAt();
      case ChatFellBack fellBack -> fellBack.fellBackAt();
    };
  }
}
