package navigator.ingest;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.queue.ChatRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request about to be stored.
 *
 * @param userEmail null when the caller's token has none
 * @param fingerprint of what was submitted; null if it was submitted without a key
 * @param opensConversation whether the conversation begins with it
 * @param ticket how many calls of the model come before its own; null if nobody knows
 * @param expiresAt when it may be deleted
 */
public record NewChat(
    ChatRequest request,
    @Nullable String userEmail,
    Map<String, String> metadata,
    @Nullable String fingerprint,
    boolean opensConversation,
    @Nullable Long ticket,
    Instant expiresAt) {

  public NewChat {
    metadata = Map.copyOf(metadata);
  }
}
