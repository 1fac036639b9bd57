package navigator.ingest;

import navigator.contracts.http.RequestObject;
import navigator.ingest.limit.RateLimitStatus;
import navigator.ingest.load.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a chat request: checked, stored in its turn, queued, promised; with a key, once. Safe for
 * use by many threads.
 */
public final class SubmitChat {

  private final AdmissionControl admission;
  private final IdempotencyRecords records;
  private final AdmitRequest requests;

  /**
   * A submit with its stages.
   *
   * @param admission where it is looked whether anything may be admitted
   * @param records where calls with the same key find one another
   */
  public SubmitChat(AdmissionControl admission, IdempotencyRecords records, AdmitRequest requests) {
    this.admission = admission;
    this.records = records;
    this.requests = requests;
  }

  /** Accepts what {@code call} asks for, or says why not. */
  public SubmitVerdict submit(SubmitCall call) {
    return switch (SubmissionForm.read(call.body())) {
      case SubmissionReading.Malformed(var reason) -> new SubmitVerdict.Malformed(reason);
      case SubmissionReading.Faulty(var faults) -> new SubmitVerdict.Invalid(faults);
      case SubmissionReading.Valid(var submission) -> ifAdmitted(call, Draft.of(call, submission));
    };
  }

  private SubmitVerdict ifAdmitted(SubmitCall call, Draft draft) {
    return switch (admission.admit(draft)) {
      case AdmissionDecision.Refused(SubmitVerdict refused) -> refused;
      case AdmissionDecision.Admitted(RateLimitStatus rateLimit, Outlook outlook) ->
          admitted(call, draft.with(outlook), rateLimit);
    };
  }

  private SubmitVerdict admitted(
      SubmitCall call, Draft draft, @Nullable RateLimitStatus rateLimit) {
    SubmitVerdict verdict = admit(call, draft);
    if (verdict instanceof SubmitVerdict.NoConversation) {
      admission.release(draft);
    }
    return verdict instanceof SubmitVerdict.Accepted(RequestObject request, boolean replayed, var _)
        ? new SubmitVerdict.Accepted(request, replayed, rateLimit)
        : verdict;
  }

  private SubmitVerdict admit(SubmitCall call, Draft draft) {
    IdempotencyKey key = call.key();
    String fingerprint = draft.fingerprint();
    if (key == null || fingerprint == null) {
      return requests.admit(draft);
    }
    String user = call.caller().userId();
    return switch (records.begin(user, key, fingerprint, call.remaining())) {
      case KeyClaim.Begun(var execution) -> admit(draft, execution);
      case KeyClaim.Done(Promised promised) ->
          new SubmitVerdict.Accepted(
              promised.toObject(user, draft.submission().metadata()), true, null);
      case KeyClaim.KeyReused _ -> new SubmitVerdict.KeyReused();
      case KeyClaim.InProgress _ -> new SubmitVerdict.InProgress();
      case KeyClaim.Unavailable _ -> new SubmitVerdict.Unavailable();
    };
  }

  private SubmitVerdict admit(Draft draft, KeyClaim.Execution execution) {
    SubmitVerdict verdict = abandoningOnFault(draft, execution);
    if (verdict instanceof SubmitVerdict.Accepted(RequestObject request, boolean _, var _)) {
      execution.succeed(Promised.of(request));
    } else {
      execution.abandon();
    }
    return verdict;
  }

  private SubmitVerdict abandoningOnFault(Draft draft, KeyClaim.Execution execution) {
    try {
      return requests.admit(draft);
    } catch (RuntimeException e) {
      execution.abandon();
      throw e;
    }
  }
}
