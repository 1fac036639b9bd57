package navigator.ingest.limit;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.RequestId;

/**
 * What a user has taken.
 *
 * @param tat when all that was taken of the rate is given back, in microseconds since 1970
 * @param pending requests that were pending when they were last looked at, with their submit
 */
public record UserItem(long tat, Map<RequestId, Instant> pending) {

  public UserItem {
    pending = Map.copyOf(pending);
  }
}
