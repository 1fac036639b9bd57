package navigator.local.template;

import java.util.List;
import java.util.Optional;

/** The only resource of its kind. */
final class One {

  private One() {}

  /** The one that was read; anything but one is refused. */
  static <T> Optional<T> of(Stack stack, String kind, List<T> read) {
    if (read.size() != 1) {
      stack
          .refusals()
          .add("The stack", "it has %d of the kind %s, and needs one".formatted(read.size(), kind));
    }
    return read.stream().findFirst();
  }
}
