package navigator.ops.http;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.contracts.table.DeadLetterState;

/** The form in which calls say in which states the dead letters are that they mean. */
final class StatesForm {

  static final String NAME = "state";

  private static final String ALL = "all";

  private StatesForm() {}

  /** The states, separated by commas; those that are parked if nothing is said. */
  static Set<DeadLetterState> read(Words words) {
    String text = words.word(NAME);
    if (text == null) {
      return EnumSet.of(DeadLetterState.PARKED);
    }
    Set<DeadLetterState> states = EnumSet.noneOf(DeadLetterState.class);
    for (String name : text.split(",", -1)) {
      Optional<DeadLetterState> state = DeadLetterState.ofWireName(name);
      if (name.equals(ALL)) {
        states.addAll(EnumSet.allOf(DeadLetterState.class));
      } else if (state.isPresent()) {
        states.add(state.get());
      } else {
        words.fault(NAME, form());
        return EnumSet.of(DeadLetterState.PARKED);
      }
    }
    return states;
  }

  private static String form() {
    return Arrays.stream(DeadLetterState.values())
        .map(DeadLetterState::wireName)
        .collect(Collectors.joining(", ", "must be all, or some of ", ", separated by commas"));
  }
}
