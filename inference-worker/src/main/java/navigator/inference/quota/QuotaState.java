package navigator.inference.quota;

import java.util.EnumMap;
import java.util.Map;

/** A quota's item as it was at some time. A field that was never written is 0. */
public record QuotaState(Map<QuotaField, Long> fields) {

  public QuotaState {
    fields = Map.copyOf(fields);
  }

  long get(QuotaField field) {
    return fields.getOrDefault(field, 0L);
  }

  boolean closed() {
    return get(QuotaField.CLOSED) != 0;
  }

  /** This item after {@code change}, whatever its conditions say. */
  public QuotaState after(QuotaChange change) {
    Map<QuotaField, Long> changed = new EnumMap<>(QuotaField.class);
    changed.putAll(fields);
    changed.putAll(change.sets());
    change.adds().forEach((field, more) -> changed.merge(field, more, Long::sum));
    return new QuotaState(changed);
  }
}
