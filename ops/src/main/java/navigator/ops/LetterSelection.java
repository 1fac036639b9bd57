package navigator.ops;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import navigator.contracts.DeadLetterId;

/** Which dead letters an action is about. */
public sealed interface LetterSelection {

  /** The selection as it is written down. */
  Map<String, String> described();

  /** Those that are named, once each. */
  record Named(List<DeadLetterId> ids) implements LetterSelection {

    /** The most that can be named. */
    public static final int MOST = 1_000;

    /**
     * Those of these ids.
     *
     * @throws IllegalArgumentException if there is none, or are more than {@link #MOST}
     */
    public Named {
      ids = ids.stream().distinct().toList();
      if (ids.isEmpty() || ids.size() > MOST) {
        throw new IllegalArgumentException(
            "%d letters are named, not from 1 to %d".formatted(ids.size(), MOST));
      }
    }

    @Override
    public Map<String, String> described() {
      return Map.of("ids", ids.stream().map(DeadLetterId::text).collect(Collectors.joining(" ")));
    }
  }

  /** Those that a filter lets through, of the one state that the action is for. */
  record Filtered(LetterFilter filter) implements LetterSelection {

    @Override
    public Map<String, String> described() {
      Map<String, String> described = new HashMap<>(filter.described());
      described.putIfAbsent("filter", filter.equals(LetterFilter.ALL) ? "all" : "some");
      return described;
    }
  }
}
