package navigator.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import navigator.contracts.http.Faults;
import org.jspecify.annotations.Nullable;

/** The form of a client's own labels: at most 16 pairs of a name and a text. */
final class MetadataForm {

  private static final String POINTER = "/metadata";
  private static final int MAX_PAIRS = 16;
  private static final int MAX_NAME = 64;
  private static final int MAX_VALUE = 512;

  private final Faults faults;

  MetadataForm(Faults faults) {
    this.faults = faults;
  }

  Map<String, String> read(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> pairs)) {
      faults.add(POINTER, "must be an object");
      return Map.of();
    }
    // Not looked at one by one: tens of thousands whose hashes collide took many seconds.
    if (pairs.size() > MAX_PAIRS) {
      faults.add(POINTER, "must have at most " + MAX_PAIRS + " pairs, not " + pairs.size());
      return Map.of();
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    pairs.forEach((name, text) -> metadata.put((String) name, text((String) name, text)));
    return metadata;
  }

  private String text(String name, @Nullable Object value) {
    String pointer = Faults.pointer(POINTER, name);
    faults.requireWholeCharacters(pointer, name);
    faults.requireLength(pointer, name, 1, MAX_NAME, "the name");
    String text = faults.text(pointer, value).orElse("");
    faults.requireLength(pointer, text, 0, MAX_VALUE, "the value");
    return text;
  }
}
