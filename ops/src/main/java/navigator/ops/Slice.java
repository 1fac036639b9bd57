package navigator.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stored list.
 *
 * @param next the position of its last item; null if nothing comes after it
 */
public record Slice<T>(List<T> items, @Nullable String next) {

  public Slice {
    items = List.copyOf(items);
  }
}
