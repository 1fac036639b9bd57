package navigator.ingest;

import navigator.contracts.http.RequestObject;
import navigator.ingest.limit.Standing;
import navigator.ingest.load.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a chat request: checked, stored in its turn, queued, promised; with a key, once. Safe for
 * use by many threads.
 */
public final class SubmitChat {

  private final Door door;
  private final AdmissionRecords records;
  private final AdmitRequest requests;

  /**
   * A submit with its stages.
   *
   * @param door where it is looked whether anything may be admitted
   * @param records where calls with the same key find one another
   */
  public SubmitChat(Door door, AdmissionRecords records, AdmitRequest requests) {
    this.door = door;
    this.records = records;
    this.requests = requests;
  }

  /** Accepts what {@code call} asks for, or says why not. */
  public SubmitVerdict submit(SubmitCall call) {
    return switch (SubmissionForm.read(call.body())) {
      case SubmissionReading.Malformed(var reason) -> new SubmitVerdict.Malformed(reason);
      case SubmissionReading.Faulty(var faults) -> new SubmitVerdict.Invalid(faults);
      case SubmissionReading.Valid(var submission) -> enter(call, Draft.of(call, submission));
    };
  }

  private SubmitVerdict enter(SubmitCall call, Draft draft) {
    return switch (door.enter(draft)) {
      case Entry.Closed(SubmitVerdict refused) -> refused;
      case Entry.Open(Standing standing, Outlook outlook) ->
          inside(call, draft.with(outlook), standing);
    };
  }

  private SubmitVerdict inside(SubmitCall call, Draft draft, @Nullable Standing standing) {
    SubmitVerdict verdict = admit(call, draft);
    if (verdict instanceof SubmitVerdict.NoConversation) {
      door.leave(draft);
    }
    return verdict instanceof SubmitVerdict.Accepted(RequestObject request, boolean replayed, var _)
        ? new SubmitVerdict.Accepted(request, replayed, standing)
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
      case Admission.Begun(var execution) -> admit(draft, execution);
      case Admission.Done(Promised promised) ->
          new SubmitVerdict.Accepted(
              promised.toObject(user, draft.submission().metadata()), true, null);
      case Admission.KeyReused _ -> new SubmitVerdict.KeyReused();
      case Admission.InProgress _ -> new SubmitVerdict.InProgress();
      case Admission.Unavailable _ -> new SubmitVerdict.Unavailable();
    };
  }

  private SubmitVerdict admit(Draft draft, Admission.Execution execution) {
    SubmitVerdict verdict = abandoningOnFault(draft, execution);
    if (verdict instanceof SubmitVerdict.Accepted(RequestObject request, boolean _, var _)) {
      execution.succeed(Promised.of(request));
    } else {
      execution.abandon();
    }
    return verdict;
  }

  private SubmitVerdict abandoningOnFault(Draft draft, Admission.Execution execution) {
    try {
      return requests.admit(draft);
    } catch (RuntimeException e) {
      execution.abandon();
      throw e;
    }
  }
}
