package navigator.inference.lambda;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Runs a function's code once before SnapStart's snapshot, so that no request waits for its
 * loading. The runtime keeps only a weak reference to it: its handler must keep another.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda
 *     runtime hooks</a>
 */
final class Priming implements Resource {

  private final Runnable rehearsal;

  Priming(Runnable rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Makes the runtime know of it. */
  void register() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    rehearsal.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was drawn that must differ between the copies: tokens and jitter are drawn at use.
  }
}
