package navigator.ops.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.ops.LetterFilter;
import navigator.ops.replay.Selection;

/** The form in which a body says which dead letters a replay is about. */
final class SelectionForm {

  private static final String IDS = "ids";
  private static final String ALL = "all";

  private final BodyFields fields;

  SelectionForm(BodyFields fields) {
    this.fields = fields;
  }

  /** The selection, as far as it is without fault. */
  Selection read() {
    Set<String> known = new HashSet<>(FilterForm.NAMES);
    known.addAll(Set.of(IDS, ALL));
    fields.refuseOthers(known);
    boolean filtered = fields.hasAny(FilterForm.NAMES);
    if (Stream.of(fields.has(IDS), fields.has(ALL), filtered).filter(way -> way).count() != 1) {
      fields.fault(
          "must say which: ids, or \"all\": true, or some of code, model, user, since, until");
    }
    if (fields.has(ALL) && !Boolean.TRUE.equals(fields.value(ALL))) {
      fields.fault(ALL, "must be true, if it is there");
    }
    LetterFilter filter = new FilterForm(fields).read();
    List<RequestId> ids = fields.has(IDS) ? ids() : List.of();
    return ids.isEmpty() ? new Selection.Filtered(filter) : new Selection.Listed(ids);
  }

  private List<RequestId> ids() {
    if (!(fields.value(IDS) instanceof List<?> given)
        || given.isEmpty()
        || given.size() > Selection.Listed.MOST) {
      fields.fault(IDS, "must be a list of 1 to %d request ids".formatted(Selection.Listed.MOST));
      return List.of();
    }
    List<RequestId> ids = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Optional<RequestId> id =
          given.get(i) instanceof String text ? RequestId.parse(text) : Optional.empty();
      id.ifPresent(ids::add);
      if (id.isEmpty()) {
        fields.faultIn(IDS, i, "must be a UUID in lower case");
      }
    }
    return ids;
  }
}
