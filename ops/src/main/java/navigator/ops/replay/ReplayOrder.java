package navigator.ops.replay;

import java.util.regex.Pattern;
import navigator.ops.AuditRecord;

/**
 * What an operator wants to be asked again.
 *
 * @param name by which the replay is known from then on; nobody else may have it
 * @param actor a caller's ARN, or the subject of a token
 * @param reason in the words of the actor
 */
public record ReplayOrder(
    String name, String actor, String reason, Selection selection, ReplayTerms terms) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

  /**
   * Checks name, actor and reason.
   *
   * @throws IllegalArgumentException if one of them cannot be, naming it
   */
  public ReplayOrder {
    if (!isName(name)) {
      throw new IllegalArgumentException("name must be 1 to 64 of a-z, 0-9 and -");
    }
    requireText("actor", actor);
    requireText("reason", reason);
  }

  /** Whether a replay can have that name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private static void requireText(String field, String value) {
    if (value.isBlank() || value.length() > AuditRecord.MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "%s must have 1 to %d characters".formatted(field, AuditRecord.MOST_CHARACTERS));
    }
  }
}
