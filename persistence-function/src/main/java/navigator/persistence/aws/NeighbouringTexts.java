package navigator.persistence.aws;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Downstream;
import navigator.contracts.table.Key;
import navigator.persistence.TextOfRequest;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one request that follow each other, while they are joined into one. A request's question
 * and reply are neighbours: no other turn has its key between theirs.
 */
final class NeighbouringTexts {

  private @Nullable TextOfRequest open;

  private NeighbouringTexts() {}

  /** Joins neighbours, holding back no more than one. */
  static Gatherer<TextOfRequest, ?, TextOfRequest> joined() {
    return Gatherer.<TextOfRequest, NeighbouringTexts, TextOfRequest>ofSequential(
        NeighbouringTexts::new, NeighbouringTexts::add, NeighbouringTexts::end);
  }

  private boolean add(TextOfRequest next, Downstream<? super TextOfRequest> found) {
    TextOfRequest before = open;
    if (before != null && before.request().equals(next.request())) {
      open = new TextOfRequest(next.request(), union(before.messages(), next.messages()));
      return true;
    }
    open = next;
    return before == null || found.push(before);
  }

  private void end(Downstream<? super TextOfRequest> found) {
    if (open != null) {
      found.push(open);
    }
  }

  private static List<Key> union(List<Key> some, List<Key> others) {
    SequencedSet<Key> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
