package navigator.ops.http;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import navigator.contracts.http.Faults;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.JsonInteger;
import org.jspecify.annotations.Nullable;

/** The fields of an object in one call's body, with what is wrong with them. */
final class BodyFields implements Words {

  private final Map<?, ?> fields;
  private final String pointer;
  private final Faults faults;

  /**
   * Some object's.
   *
   * @param pointer to the object; empty: the whole body
   * @param faults of the whole body
   */
  BodyFields(Map<?, ?> fields, String pointer, Faults faults) {
    this.fields = fields;
    this.pointer = pointer;
    this.faults = faults;
  }

  @Override
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Whether there is a field of one of those names. */
  boolean hasAny(Collection<String> names) {
    return names.stream().anyMatch(this::has);
  }

  @Nullable Object value(String name) {
    return fields.get(name);
  }

  /** Whether there is a field of that name; that there is none is a fault. */
  boolean requires(String name) {
    if (!has(name)) {
      fault(name, "is missing");
    }
    return has(name);
  }

  @Override
  public @Nullable String word(String name) {
    return has(name) ? faults.text(pointer(name), value(name)).orElse(null) : null;
  }

  @Override
  public void fault(String name, String detail) {
    faults.add(pointer(name), detail);
  }

  /** Notes what is wrong with the object as such. */
  void fault(String detail) {
    faults.add(pointer, detail);
  }

  /** Notes what is wrong with an element of a list. */
  void faultIn(String name, int index, String detail) {
    faults.add(pointer(name) + "/" + index, detail);
  }

  /** A whole number; {@code otherwise} if there is none, or it has a fault. */
  int integer(String name, int min, int max, int otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    OptionalLong number = JsonInteger.within(value(name), min, max);
    if (number.isPresent()) {
      return (int) number.getAsLong();
    }
    fault(name, "must be an integer from %d to %d".formatted(min, max));
    return otherwise;
  }

  /** A number from 0 to 1; {@code otherwise} if there is none, or it has a fault. */
  double share(String name, double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    double number = value(name) instanceof Number given ? given.doubleValue() : Double.NaN;
    if (number >= 0 && number <= 1) {
      return number;
    }
    fault(name, "must be a number from 0 to 1");
    return otherwise;
  }

  /** The object in a field; empty if there is none, which is a fault. */
  Optional<BodyFields> object(String name) {
    if (!requires(name)) {
      return Optional.empty();
    }
    if (value(name) instanceof Map<?, ?> object) {
      return Optional.of(new BodyFields(object, pointer(name), faults));
    }
    fault(name, "must be an object");
    return Optional.empty();
  }

  /** Notes every field that is none of these. */
  void refuseOthers(Collection<String> known) {
    fields.keySet().stream()
        .map(String::valueOf)
        .filter(name -> !known.contains(name))
        .forEach(name -> fault(name, "is not a known field"));
  }

  /** The answer that tells what is wrong with the body; empty if nothing is. */
  Optional<HttpAnswer> refusal() {
    return faults.found().isEmpty()
        ? Optional.empty()
        : Optional.of(Refusals.faulty(faults.found()));
  }

  private String pointer(String name) {
    return Faults.pointer(pointer, name);
  }
}
