package navigator.ops;

import java.util.List;
import navigator.contracts.DeadLetterId;
import org.jspecify.annotations.Nullable;

/**
 * The whole story of one request, as far as it is recorded. Each delivery, call and retry stands in
 * the log alone, with the request's id.
 *
 * @param request null for a message that could not be read, or once it has expired
 * @param outcomes the oldest generation first
 * @param letter null if the request never failed, or the letter has expired
 * @param replays what each replay did about it, the oldest generation first
 * @param audit what operators did about it, the oldest first
 * @param asked what its owner wrote; only if asked for, and there
 * @param shown the reply that its owner reads; only if asked for, and there
 */
public record Story(
    DeadLetterId id,
    @Nullable RequestFacts request,
    List<StoredOutcome> outcomes,
    @Nullable Letter letter,
    List<ReplayStep> replays,
    List<AuditView> audit,
    @Nullable String asked,
    @Nullable String shown) {

  public Story {
    outcomes = List.copyOf(outcomes);
    replays = List.copyOf(replays);
    audit = List.copyOf(audit);
  }
}
