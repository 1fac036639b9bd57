package navigator.infra;

import software.amazon.awscdk.RemovalPolicy;

/** What a deployment is for. */
enum Stage {
  /** To try things out: deleted without a trace when the stack is deleted. */
  DEV,
  /** For users: its data outlives the stack. */
  PROD;

  /**
   * The stack's name: each stage is a stack of its own, so that a deployment that forgets to name
   * its stage does not take the protection from another's data.
   */
  String stackName() {
    return this == PROD ? "LearningNavigatorProd" : "LearningNavigator";
  }

  boolean protectsData() {
    return this == PROD;
  }

  /** What becomes of a resource with data when the stack is deleted. */
  RemovalPolicy removalPolicy() {
    return protectsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }
}
