package navigator.contracts.reply;

import navigator.contracts.Role;

/** What a person reads when the model did not answer; it says so, and where a crisis is helped. */
public final class FallbackReply {

  private static final String CRISIS =
      "If you or somebody with you is in crisis, do not wait for this chat: in the US call or text"
          + " 988 (Suicide & Crisis Lifeline), elsewhere call your local emergency number.";

  private FallbackReply() {}

  /** The reply for {@code role}. */
  public static String of(Role role) {
    return "I could not answer your question this time, and this is not an answer to it. "
        + advice(role)
        + " "
        + CRISIS;
  }

  private static String advice(Role role) {
    return switch (role) {
      case INSTRUCTOR ->
          "Please ask again later; for course dates, invoices or certification that cannot wait,"
              + " contact instructor support.";
      case STAFF ->
          "Please ask again later; for an operational matter that cannot wait, follow the"
              + " escalation path of your team.";
      case ADMIN ->
          "Please ask again later; the request is kept as a dead letter, where its error code"
              + " says what went wrong.";
      case GENERIC -> "Please ask again later.";
    };
  }
}
