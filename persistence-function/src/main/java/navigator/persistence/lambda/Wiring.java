package navigator.persistence.lambda;

/** The functions' parts, put together once by the environment. */
final class Wiring {

  private Wiring() {}

  static OutcomeWiring ofOutcomes() {
    return OutcomeWiring.of(System.getenv());
  }

  static CancelWiring ofCancels() {
    return CancelWiring.of(System.getenv());
  }

  static DeletionWiring ofDeletions() {
    return DeletionWiring.of(System.getenv());
  }

  static StatusWiring ofStatus() {
    return StatusWiring.of(System.getenv());
  }

  static ReadWiring ofReads() {
    return ReadWiring.of(System.getenv());
  }

  static OutcomeWaitWiring ofOutcomeWait() {
    return OutcomeWaitWiring.of(System.getenv());
  }

  static RequestsWiring ofRequests() {
    return RequestsWiring.of(System.getenv());
  }
}
