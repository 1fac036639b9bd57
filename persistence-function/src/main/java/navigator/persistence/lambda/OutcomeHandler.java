package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Takes outcomes from the bus. */
public final class OutcomeHandler implements RequestStreamHandler {

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
    wiring.writeOutcome().write(OutcomeEvent.outcomeOf(event));
  }
}
