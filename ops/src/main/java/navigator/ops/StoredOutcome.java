package navigator.ops;

import java.time.Instant;
import navigator.contracts.ErrorCode;
import navigator.contracts.Usage;
import org.jspecify.annotations.Nullable;

/**
 * How one generation of a request ended, as the worker stored it before anybody was told. A
 * generation that the sweep ended has none.
 *
 * @param answered whether the model answered; else there is a code
 * @param reply only if asked for, and there
 */
public record StoredOutcome(
    int generation,
    boolean answered,
    Instant storedAt,
    int attempts,
    @Nullable String model,
    @Nullable String stopReason,
    @Nullable Usage usage,
    @Nullable ErrorCode code,
    @Nullable String detail,
    @Nullable String reply) {}
