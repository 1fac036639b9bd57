package navigator.local.bedrock;

/** What a request turned out to be. */
sealed interface Reading {

  /** A request that the model can answer. */
  record Valid(Prompt prompt, Terms terms) implements Reading {}

  /** A request that the service refuses. */
  record Invalid(Fault.Refused refusal) implements Reading {}
}
