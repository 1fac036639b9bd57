package navigator.contracts.http;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A JSON object as the JDK's types: the fields in their order, nothing checked. */
public final class JsonObject extends LinkedHashMap<String, @Nullable Object> {
  private static final long serialVersionUID = 1L;
}
