package navigator.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.http.Caller;
import navigator.contracts.http.ConversationObject;
import navigator.contracts.http.MessageObject;
import navigator.contracts.http.RequestObject;
import org.jspecify.annotations.Nullable;

/** Lists the messages of a caller's conversation, newest first. Safe for use by many threads. */
public final class ListMessages {

  private static final Pattern POSITION = Pattern.compile("MSG#[0-9T:.-]{26}Z#(USER|ASSISTANT)");

  private final Owners owners;
  private final Messages messages;

  public ListMessages(Owners owners, Messages messages) {
    this.owners = owners;
    this.messages = messages;
  }

  /** Where the owners of conversations are looked up. */
  @FunctionalInterface
  public interface Owners {

    /** The user whose conversation it is; empty if there is none, or it is deleted. */
    Optional<String> of(ConversationId conversation);
  }

  /** Where messages are looked up. */
  @FunctionalInterface
  public interface Messages {

    /** The conversation's messages after that position, newest first. */
    Slice<StoredMessage> of(ConversationId conversation, @Nullable String after, int limit);
  }

  /** A part of the list, as the query parameters ask for. */
  public ListVerdict<MessageObject> list(
      Caller caller, String conversation, Map<String, String> parameters) {
    return ConversationId.parse(conversation)
        .filter(id -> owners.of(id).filter(caller.userId()::equals).isPresent())
        .map(id -> list(caller, id, parameters))
        .orElseGet(ListVerdict.NotFound::new);
  }

  private ListVerdict<MessageObject> list(
      Caller caller, ConversationId id, Map<String, String> parameters) {
    ListScope scope =
        new ListScope(
            "messages\n" + id + "\n" + caller.userId(),
            ConversationObject.Urls.of(id).messages(),
            POSITION);
    return switch (PageQuery.read(scope, parameters)) {
      case PageQuery.Reading.Faulty(var faults) -> new ListVerdict.Invalid<>(faults);
      case PageQuery.Reading.Valid(var query) ->
          new ListVerdict.Listed<>(
              query.page(scope, seen(messages.of(id, query.after(), query.limit()))));
    };
  }

  private static Slice<MessageObject> seen(Slice<StoredMessage> slice) {
    List<MessageObject> items = slice.items().stream().map(ListMessages::seen).toList();
    return new Slice<>(items, slice.next());
  }

  private static MessageObject seen(StoredMessage message) {
    ErrorCode reason = message.fallbackReason();
    return new MessageObject(
        message.requestId(),
        message.author(),
        message.text(),
        message.timestamp(),
        message.model(),
        reason == null ? null : new RequestObject.Fallback(reason));
  }
}
