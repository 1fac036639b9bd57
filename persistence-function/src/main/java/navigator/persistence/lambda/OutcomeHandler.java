package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.wire.Read;

/** Takes outcomes from the bus. */
public final class OutcomeHandler implements RequestStreamHandler {

  private static final MetricLog METRICS = MetricLog.of(OutcomeHandler.class);

  private final OutcomeWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public OutcomeHandler() {
    this(Wiring.ofOutcomes());
  }

  OutcomeHandler(OutcomeWiring wiring) {
    this.wiring = wiring;
  }

  /**
   * Writes the outcome of one event.
   *
   * @throws IllegalArgumentException if the event cannot be read: Lambda tries again, then keeps it
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    switch (OutcomeEvent.read(event)) {
      case Read.Valid<? extends ChatOutcome>(ChatOutcome outcome) -> write(outcome);
      case Read.Invalid<? extends ChatOutcome>(String reason) -> {
        METRICS.unreadable(FunctionName.OUTCOME);
        throw new IllegalArgumentException("The event cannot be read: " + reason);
      }
    }
  }

  private void write(ChatOutcome outcome) {
    try {
      wiring.writeOutcome().write(outcome);
    } catch (RuntimeException e) {
      METRICS.faulted(FunctionName.OUTCOME);
      throw e;
    }
  }
}
