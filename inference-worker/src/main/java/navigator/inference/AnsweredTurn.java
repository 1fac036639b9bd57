package navigator.inference;

/** A question and the model's own answer to it: never a fallback reply. */
public record AnsweredTurn(String question, String answer) {}
