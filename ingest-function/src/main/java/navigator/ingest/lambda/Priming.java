package navigator.ingest.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.http.Caller;
import navigator.contracts.metric.FunctionName;
import navigator.ingest.AdmissionControl;
import navigator.ingest.AdmitRequest;
import navigator.ingest.IdempotencyKey;
import navigator.ingest.IngestConfig;
import navigator.ingest.KeyClaim;
import navigator.ingest.Promised;
import navigator.ingest.StoreVerdict;
import navigator.ingest.SubmitCall;
import navigator.ingest.SubmitChat;
import navigator.ingest.limit.AcquirePermit;
import navigator.ingest.limit.LimitsTable;
import navigator.ingest.limit.PermitWrite;
import navigator.ingest.limit.PermitWriteResult;
import navigator.ingest.load.Queueing;
import org.crac.Context;
import org.crac.Resource;

/**
 * Runs the code of a submit once before SnapStart's snapshot, so that no user waits for its
 * loading. Nothing is stored, sent or promised.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda
 *     runtime hooks</a>
 */
final class Priming implements Resource {

  private final SubmitChat rehearsal;
  private final Runnable writeWarmUp;

  Priming(IngestConfig config, Runnable writeWarmUp) {
    AdmitRequest requests =
        new AdmitRequest(
            config, _ -> new StoreVerdict.Unavailable(), _ -> false, InstantSource.system());
    AdmissionControl admission =
        new AdmissionControl(
            new Queueing(
                OptionalLong::empty, Optional::empty, config.pace(), InstantSource.system()),
            new AcquirePermit(config.limits(), new NoLimits(), InstantSource.system()),
            _ -> false,
            config.defaultDeadline());
    this.rehearsal =
        new SubmitChat(admission, (_, _, _, _) -> new KeyClaim.Begun(new Rehearsed()), requests);
    this.writeWarmUp = writeWarmUp;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    Caller nobody = new Caller("nobody", null, Role.GENERIC);
    String body = "{\"message\":\"Hello\",\"metadata\":{\"a\":\"b\"}}";
    Traceparent trace = Traceparent.ofHeader(null);
    IdempotencyKey key = new IdempotencyKey("rehearsal");
    SubmitCall call = new SubmitCall(nobody, body, trace, key, Duration.ZERO);
    Responses.guarded(FunctionName.SUBMIT, () -> SubmitAnswers.of(rehearsal.submit(call)));
    writeWarmUp.run();
  }

  /** Limits that nobody can read. */
  private record NoLimits() implements LimitsTable {

    @Override
    public PermitWriteResult acquire(PermitWrite write) {
      return new PermitWriteResult.Unreachable();
    }

    @Override
    public Optional<Map<RequestId, Status>> statuses(Set<RequestId> requests) {
      return Optional.empty();
    }

    @Override
    public boolean release(String userId, Set<RequestId> requests) {
      return false;
    }
  }

  /** An execution that keeps nothing. */
  private record Rehearsed() implements KeyClaim.Execution {

    @Override
    public void succeed(Promised promised) {
      throw new IllegalStateException("Nothing is promised in a rehearsal");
    }

    @Override
    public void abandon() {
      // There is no record.
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was built that must differ between the copies: ids come from the secure generator.
  }
}
