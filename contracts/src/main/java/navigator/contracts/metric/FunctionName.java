package navigator.contracts.metric;

import java.util.Locale;

/** The functions of the pipeline by their physical names. */
public enum FunctionName {
  SUBMIT,
  INFERENCE,
  DEAD_LETTER,
  OUTCOME,
  OVERDUE,
  STATUS,
  OUTCOME_WAIT,
  REQUESTS,
  CANCEL,
  CONVERSATIONS,
  DELETE_CONVERSATION,
  REPLAY,
  OPS;

  /** The physical name, such as {@code learning-navigator-dead-letter}. */
  public String physicalName() {
    return "learning-navigator-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
