package navigator.inference;

import java.util.List;

/** Reads what the model may know of a conversation. */
@FunctionalInterface
public interface ReadHistory {

  /** The newest answered turns before the request's, oldest first, within the limits. */
  List<AnsweredTurn> before(RequestFacts request);
}
