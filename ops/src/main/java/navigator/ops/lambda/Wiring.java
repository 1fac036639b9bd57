package navigator.ops.lambda;

/** The functions' parts, put together once by the environment. */
final class Wiring {

  private Wiring() {}

  static ReplayWiring ofReplays() {
    return ReplayWiring.of(System.getenv());
  }

  static OpsWiring ofOps() {
    return OpsWiring.of(System.getenv());
  }
}
