package navigator.ops.http;

import navigator.ops.AuditRecord;

/** The form of the words in which operators say why. */
final class ReasonForm {

  private static final String NAME = "reason";

  private ReasonForm() {}

  /** The reason, which there must be; empty if it has a fault. */
  static String required(Words words) {
    if (!words.has(NAME)) {
      words.fault(NAME, "is missing");
      return "";
    }
    String reason = words.word(NAME);
    if (reason == null) {
      return "";
    }
    if (reason.isBlank() || reason.length() > AuditRecord.MOST_CHARACTERS) {
      words.fault(NAME, "must have 1 to %d characters".formatted(AuditRecord.MOST_CHARACTERS));
      return "";
    }
    return reason;
  }
}
