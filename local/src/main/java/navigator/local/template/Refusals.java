package navigator.local.template;

import java.util.ArrayList;
import java.util.List;

/** The reasons against running a stack, collected while it is read. */
final class Refusals {

  private final List<String> reasons = new ArrayList<>();

  void add(String where, String reason) {
    reasons.add(where + ": " + reason);
  }

  /**
   * Ends the reading if anything was refused.
   *
   * @throws RefusedStackException with every reason
   */
  void throwIfAny() {
    if (!reasons.isEmpty()) {
      throw new RefusedStackException(reasons);
    }
  }
}
