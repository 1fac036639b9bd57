package navigator.ops.http;

import org.jspecify.annotations.Nullable;

/** Named texts of a call: parameters of its query, or fields of its body. */
interface Words {

  boolean has(String name);

  /** The text of that name; null if there is none, or it is no text, which is a fault. */
  @Nullable String word(String name);

  /** Notes what is wrong with what has that name. */
  void fault(String name, String detail);
}
