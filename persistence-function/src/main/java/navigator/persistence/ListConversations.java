package navigator.persistence;

import java.util.Map;
import java.util.regex.Pattern;
import navigator.contracts.http.Caller;
import navigator.contracts.http.ConversationObject;
import org.jspecify.annotations.Nullable;

/** Lists a caller's conversations, the one changed last first. Safe for use by many threads. */
public final class ListConversations {

  private static final Pattern POSITION =
      Pattern.compile("CONVERSATION#[0-9T:.-]{26}Z#[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Conversations conversations;

  public ListConversations(Conversations conversations) {
    this.conversations = conversations;
  }

  /** Where they are looked up. */
  @FunctionalInterface
  public interface Conversations {

    /** The user's conversations after that position, the one changed last first. */
    Slice<ConversationObject> of(String userId, @Nullable String after, int limit);
  }

  /** A part of the list, as the query parameters ask for. */
  public ListVerdict<ConversationObject> list(Caller caller, Map<String, String> parameters) {
    ListScope scope =
        new ListScope("conversations\n" + caller.userId(), "/conversations", POSITION);
    return switch (PageQuery.read(scope, parameters)) {
      case PageQuery.Reading.Faulty(var faults) -> new ListVerdict.Invalid<>(faults);
      case PageQuery.Reading.Valid(var query) ->
          new ListVerdict.Listed<>(
              query.page(scope, conversations.of(caller.userId(), query.after(), query.limit())));
    };
  }
}
