package navigator.ops.lambda;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Runs code once before SnapStart's snapshot, so that nobody waits for its loading. Nothing is
 * written.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda
 *     runtime hooks</a>
 */
final class Priming implements Resource {

  private final Runnable rehearsal;

  private Priming(Runnable rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Registers the rehearsal; the context refers to it weakly, so its user must keep it. */
  static Priming with(Runnable rehearsal) {
    Priming priming = new Priming(rehearsal);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    rehearsal.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was built that must differ between the copies.
  }
}
