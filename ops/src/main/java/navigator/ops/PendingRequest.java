package navigator.ops;

import java.time.Instant;
import navigator.contracts.RequestId;

/**
 * A request that waits for its outcome.
 *
 * @param since its acceptance, or its latest replay
 * @param deadlineAt when it is ended at the latest, a minute or two added
 */
public record PendingRequest(RequestId requestId, Instant since, Instant deadlineAt) {}
