package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Ends overdue requests and finishes deletions, every minute. */
public final class OverdueHandler implements RequestStreamHandler {

  /** What one more request may take at worst. */
  private static final Duration RESERVE = Duration.ofSeconds(20);

  private final OutcomeWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public OverdueHandler() {
    this(Wiring.ofOutcomes());
  }

  OverdueHandler(OutcomeWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    try {
      BooleanSupplier timeLeft = () -> context.getRemainingTimeInMillis() > RESERVE.toMillis();
      wiring.endOverdue().endAll(timeLeft);
      wiring.eraseDeleted().eraseAll(timeLeft);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while ending overdue requests");
    }
  }
}
