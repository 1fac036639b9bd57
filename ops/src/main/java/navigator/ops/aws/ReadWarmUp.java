package navigator.ops.aws;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** A read of nothing: it loads the client. */
final class ReadWarmUp implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadWarmUp.class);

  private final Runnable read;

  ReadWarmUp(Runnable read) {
    this.read = read;
  }

  @Override
  public void run() {
    try {
      read.run();
    } catch (SdkException e) {
      // A cold start more is better than a deployment less.
      LOG.atWarn().setCause(e).log("warmup.incomplete");
    }
  }
}
