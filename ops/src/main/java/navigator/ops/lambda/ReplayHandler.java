package navigator.ops.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Drives replays, every minute until the next, and tells the metrics of all of them. */
public final class ReplayHandler implements RequestStreamHandler {

  /** What one more step may take at worst. */
  private static final Duration RESERVE = Duration.ofSeconds(20);

  private final ReplayWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public ReplayHandler() {
    this(Wiring.ofReplays());
  }

  ReplayHandler(ReplayWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    BooleanSupplier timeLeft = () -> context.getRemainingTimeInMillis() > RESERVE.toMillis();
    try {
      // First, since nothing is certain to be left of this invocation in the end.
      wiring.countReplays().count();
      wiring.driveReplays().driveAll(timeLeft);
      wiring.countReplays().count();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while driving replays");
    }
  }
}
