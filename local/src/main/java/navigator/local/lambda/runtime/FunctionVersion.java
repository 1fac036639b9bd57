package navigator.local.lambda.runtime;

import navigator.local.topology.LambdaFunction;

/** The version of a function that its environments run. */
public final class FunctionVersion {
  private FunctionVersion() {}

  /** {@code 1} for a function with SnapStart, which works on published versions only. */
  public static String of(LambdaFunction function) {
    return function.snapStart() ? "1" : "$LATEST";
  }
}
