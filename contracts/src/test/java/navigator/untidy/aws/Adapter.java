package navigator.untidy.aws;

import navigator.untidy.OrderHelper;

/** Closes a cycle, in a package that is not null-marked. */
public final class Adapter {

  private Adapter() {}

  /** Asks back. */
  public static String adapt() {
    return OrderHelper.order();
  }
}
