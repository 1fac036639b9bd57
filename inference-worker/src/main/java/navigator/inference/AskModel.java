package navigator.inference;

/** Asks the model once. */
@FunctionalInterface
public interface AskModel {

  /** One call, never repeated: what comes of it is a value, whatever it is. */
  ModelResult ask(Prompt prompt);
}
