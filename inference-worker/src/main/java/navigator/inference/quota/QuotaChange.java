package navigator.inference.quota;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conditional write on a quota's item.
 *
 * @param ifAbsent whether there may be no item yet; else there must be one
 * @param conditions all of which must hold
 * @param sets fields that get a value
 * @param adds fields that grow by a value
 */
public record QuotaChange(
    boolean ifAbsent,
    List<Condition> conditions,
    Map<QuotaField, Long> sets,
    Map<QuotaField, Long> adds) {

  public QuotaChange {
    conditions = List.copyOf(conditions);
    sets = Map.copyOf(sets);
    adds = Map.copyOf(adds);
  }

  /** A field is from {@code least} to {@code most}, inclusive. */
  public record Condition(QuotaField field, long least, long most) {}

  /** Whether this may be written on {@code state}; null: on nothing. */
  public boolean allowedOn(@Nullable QuotaState state) {
    if (state == null || ifAbsent) {
      return state == null && ifAbsent;
    }
    return conditions.stream()
        .allMatch(
            condition ->
                state.get(condition.field()) >= condition.least()
                    && state.get(condition.field()) <= condition.most());
  }

  /** A change in the making. */
  static final class Draft {

    private final List<Condition> conditions = new ArrayList<>();
    private final Map<QuotaField, Long> sets = new EnumMap<>(QuotaField.class);
    private final Map<QuotaField, Long> adds = new EnumMap<>(QuotaField.class);

    Draft ifAsSeen(QuotaField field, QuotaState seen) {
      return ifBetween(field, seen.get(field), seen.get(field));
    }

    Draft ifBetween(QuotaField field, long least, long most) {
      conditions.add(new Condition(field, least, most));
      return this;
    }

    Draft ifBelow(QuotaField field, long limit) {
      return ifBetween(field, Long.MIN_VALUE, limit - 1);
    }

    Draft set(QuotaField field, long value) {
      sets.put(field, value);
      return this;
    }

    Draft add(QuotaField field, long more) {
      adds.put(field, more);
      return this;
    }

    QuotaChange done() {
      return new QuotaChange(false, conditions, sets, adds);
    }

    QuotaChange first() {
      return new QuotaChange(true, List.of(), sets, adds);
    }
  }
}
