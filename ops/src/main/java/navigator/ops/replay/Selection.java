package navigator.ops.replay;

import java.util.List;
import java.util.Map;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.ops.LetterFilter;

/** Which dead letters a replay is about, of those that are parked. */
public sealed interface Selection {

  /** What it says, by the names of the attributes, as it is written down. */
  Map<String, String> described();

  /** Those that meet a filter. */
  record Filtered(LetterFilter filter) implements Selection {

    @Override
    public Map<String, String> described() {
      return filter.described();
    }
  }

  /** Those of some requests. */
  record Listed(List<RequestId> ids) implements Selection {

    /** The most requests that can be listed; more are better selected by a filter. */
    public static final int MOST = 1_000;

    /**
     * Checks that there are some, and not too many.
     *
     * @throws IllegalArgumentException if there are none, or more than {@link #MOST}
     */
    public Listed {
      ids = ids.stream().distinct().toList();
      if (ids.isEmpty() || ids.size() > MOST) {
        throw new IllegalArgumentException("ids must be 1 to %d".formatted(MOST));
      }
    }

    @Override
    public Map<String, String> described() {
      return Map.of(Attribute.REQUEST_IDS, String.valueOf(ids.size()));
    }
  }
}
