package navigator.ingest.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a request would wait that is let in now.
 *
 * @param ticket how many calls of the model will have had their slot before it has its own
 * @param expected wait until its answer, at the pace as it is; null while that will not last
 * @param least wait until its answer, if others help or the pace quickens as it may
 */
public record Outlook(long ticket, @Nullable Duration expected, Duration least) {}
