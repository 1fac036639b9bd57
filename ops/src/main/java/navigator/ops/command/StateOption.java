package navigator.ops.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import navigator.contracts.table.DeadLetterState;
import picocli.CommandLine.Option;

/** In which states the dead letters are that a command is about. */
final class StateOption {

  private static final String ALL = "all";

  /** What the option takes. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(
              Arrays.stream(DeadLetterState.values()).map(DeadLetterState::wireName),
              Stream.of(ALL))
          .iterator();
    }
  }

  @Option(
      names = "--state",
      split = ",",
      paramLabel = "STATE",
      completionCandidates = Names.class,
      description = "In these states: ${COMPLETION-CANDIDATES}; default: parked.")
  private List<String> states = List.of(DeadLetterState.PARKED.wireName());

  Set<DeadLetterState> states() {
    Set<DeadLetterState> all = EnumSet.noneOf(DeadLetterState.class);
    for (String name : states) {
      if (name.equals(ALL)) {
        return EnumSet.allOf(DeadLetterState.class);
      }
      all.add(
          DeadLetterState.ofWireName(name)
              .orElseThrow(() -> CommandFailed.usage("there is no state '" + name + "'")));
    }
    return all;
  }
}
