package navigator.contracts;

import java.util.UUID;
import java.util.regex.Pattern;

/** The canonical lower-case text form of UUIDs. */
final class Uuids {

  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Uuids() {}

  static boolean isCanonical(String text) {
    return CANONICAL.matcher(text).matches();
  }

  static void requireCanonical(String name, String value) {
    if (!isCanonical(value)) {
      throw new IllegalArgumentException(name + " is not a lower-case UUID");
    }
  }

  // UUID.randomUUID draws from SecureRandom, which a restored snapshot does not repeat.
  static String random() {
    return UUID.randomUUID().toString();
  }
}
