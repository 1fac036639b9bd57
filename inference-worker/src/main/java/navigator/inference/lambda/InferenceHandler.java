package navigator.inference.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import navigator.inference.AnswerBatch;

/** Answers what the request queue delivers. */
public final class InferenceHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final AnswerBatch batch;
  private final Priming priming;

  /** The handler that Lambda makes, from its environment. */
  public InferenceHandler() {
    this(Wiring.inference());
  }

  /** A handler of batches that are answered otherwise. */
  public InferenceHandler(AnswerBatch batch) {
    this.batch = batch;
    this.priming = new Priming(Rehearsal::inference);
    priming.register();
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    Duration remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
    return Deliveries.failed(batch.answer(Deliveries.in(event), remaining));
  }
}
