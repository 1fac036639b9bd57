package navigator.inference.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import navigator.inference.FallBackBatch;

/** Gives the fallback reply to what the dead-letter queue delivers. */
public final class DeadLetterHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final FallBackBatch batch;
  private final Priming priming;

  /** The handler that Lambda makes, from its environment. */
  public DeadLetterHandler() {
    this(Wiring.deadLetter());
  }

  DeadLetterHandler(FallBackBatch batch) {
    this.batch = batch;
    this.priming = new Priming(Rehearsal::deadLetter);
    priming.register();
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    Duration remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
    return Deliveries.failed(batch.fallBack(Deliveries.in(event), remaining));
  }
}
