package navigator.bench.rival;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import navigator.inference.lambda.InferenceHandler;

/** Answers what the request queue delivers, in a rival's way. */
public final class RivalHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  /** The environment variable that names the {@link Retries}. */
  public static final String RETRIES = "RIVAL_RETRIES";

  /** The environment variable that says how long a minute takes, in ISO 8601. */
  public static final String MINUTE = "RIVAL_MINUTE";

  private final InferenceHandler handler = new InferenceHandler(RivalWiring.batch());

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return handler.handleRequest(event, context);
  }
}
