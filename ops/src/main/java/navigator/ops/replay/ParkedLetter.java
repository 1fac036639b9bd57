package navigator.ops.replay;

import java.time.Instant;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;

/**
 * A parked dead letter of a request, as the index tells it.
 *
 * @param generation the one that failed last
 * @param failedAt when that was
 */
public record ParkedLetter(
    RequestId id, String userId, int generation, ErrorCode code, String model, Instant failedAt)
    implements ParkedStep {

  @Override
  public String position() {
    return IsoMicros.format(failedAt) + "#" + id;
  }
}
