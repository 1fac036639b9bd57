package navigator.ingest.lambda;

import java.time.InstantSource;
import navigator.contracts.Role;
import navigator.contracts.Traceparent;
import navigator.contracts.http.Caller;
import navigator.ingest.IngestConfig;
import navigator.ingest.StoreVerdict;
import navigator.ingest.SubmitChat;
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
    this.rehearsal =
        new SubmitChat(
            config, _ -> new StoreVerdict.Unavailable(), _ -> false, InstantSource.system());
    this.writeWarmUp = writeWarmUp;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    Caller nobody = new Caller("nobody", null, Role.GENERIC);
    String body = "{\"message\":\"Hello\",\"metadata\":{\"a\":\"b\"}}";
    Traceparent trace = Traceparent.ofHeader(null);
    Responses.guarded(() -> SubmitAnswers.of(rehearsal.submit(nobody, body, trace)));
    writeWarmUp.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was built that must differ between the copies: ids come from the secure generator.
  }
}
