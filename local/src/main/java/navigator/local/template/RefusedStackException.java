package navigator.local.template;

import java.util.List;
import java.util.stream.Collectors;

/** A stack has parts that cannot be run on this machine; every one of them is named. */
public final class RefusedStackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  RefusedStackException(List<String> reasons) {
    super(
        reasons.stream()
            .map(reason -> "\n  - " + reason)
            .collect(Collectors.joining("", "The stack cannot be run on this machine:", "")));
    this.reasons = List.copyOf(reasons);
  }

  /** One sentence each, which begins with the resource. */
  public List<String> reasons() {
    return reasons;
  }
}
