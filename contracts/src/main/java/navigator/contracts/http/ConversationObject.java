package navigator.contracts.http;

import java.time.Instant;
import navigator.contracts.ConversationId;

/** A conversation as its owner sees it in a list. */
public record ConversationObject(
    ConversationId conversationId, Instant createdAt, Instant updatedAt, Urls urls) {

  /** Where to go next; relative to the API's base URL. */
  public record Urls(String messages) {

    public static Urls of(ConversationId conversation) {
      return new Urls("/conversations/" + conversation + "/messages");
    }
  }
}
