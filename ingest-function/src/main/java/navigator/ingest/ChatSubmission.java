package navigator.ingest;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, checked.
 *
 * @param message trimmed
 * @param conversation null to open a new one
 * @param deadline how long the answer may take; null if the client does not say
 */
record ChatSubmission(
    String message,
    @Nullable ConversationId conversation,
    Map<String, String> metadata,
    @Nullable Duration deadline) {

  static final Duration MIN_DEADLINE = Duration.ofSeconds(30);
  static final Duration MAX_DEADLINE = Duration.ofHours(1);

  ChatSubmission {
    metadata = Map.copyOf(metadata);
  }
}
