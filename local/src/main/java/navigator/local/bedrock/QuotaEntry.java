package navigator.local.bedrock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import navigator.contracts.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What the quotas of a profile did for one call.
 *
 * @param callId the same in all entries of a call; the answer's {@code x-amzn-RequestId}
 * @param modelId as the caller named it
 * @param tenantHash SHA-256 of the request metadata's {@code tenant}; empty if there is none
 * @param questionHash the same of the newest message
 * @param need the quota tokens that had to be free at the start
 * @param balance the quota tokens that were left then; null if they have no limit
 * @param settled the quota tokens that the call cost; zero before it is settled
 * @param outcome the shortage of a rejected call, the error's type of a failed one, the stop reason
 *     of a settled one; empty for an admitted one
 * @param foreign the quota tokens that foreign consumers had taken of the profile until then
 */
public record QuotaEntry(
    Instant at,
    Kind kind,
    String callId,
    String modelId,
    String tenantHash,
    String questionHash,
    long need,
    @Nullable Double balance,
    long settled,
    String outcome,
    double foreign) {

  /** What happened to the call. */
  public enum Kind {
    /** It runs. */
    @JsonProperty("admit")
    ADMITTED,
    /** It met a 429 for want of quota. */
    @JsonProperty("reject")
    REJECTED,
    /** It ended, with an answer or because the service stopped. */
    @JsonProperty("settle")
    SETTLED,
    /** It met another error, which costs nothing. */
    @JsonProperty("fail")
    FAILED
  }

  /** The entry as one line of JSON. */
  public String json() {
    return Wire.write(this);
  }
}
