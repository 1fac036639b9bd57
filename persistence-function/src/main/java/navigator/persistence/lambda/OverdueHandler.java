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

  /** What is kept for deletions, however many requests are overdue. */
  private static final Duration ERASING = Duration.ofSeconds(5);

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
      endThenErase(context);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while ending overdue requests");
    }
  }

  // What cannot be ended must not keep what is deleted from being erased.
  private void endThenErase(Context context) throws InterruptedException {
    try {
      wiring.endOverdue().endAll(leaves(RESERVE.plus(ERASING), context));
    } finally {
      wiring.eraseDeleted().eraseAll(leaves(RESERVE, context));
    }
  }

  private static BooleanSupplier leaves(Duration reserve, Context context) {
    return () -> context.getRemainingTimeInMillis() > reserve.toMillis();
  }
}
