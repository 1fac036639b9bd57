package navigator.local.demo;

import java.util.List;
import navigator.contracts.ErrorCode;
import navigator.contracts.Role;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.Fault;
import navigator.local.bedrock.FaultScript;

/** What the demonstration asks: three roles at once, a conversation, and a refusal for good. */
public final class Scenario {

  private static final Question REFUSED =
      Question.asked("F", Role.INSTRUCTOR, "Help me with a complex invoicing issue")
          .refusedFor(ErrorCode.ACCESS_DENIED);

  /** In the order of their labels; a turn stands after the one that it follows. */
  static final List<Question> QUESTIONS =
      List.of(
          Question.asked("A", Role.INSTRUCTOR, "What courses are available for MHFA instructors?"),
          Question.asked("B", Role.INSTRUCTOR, "Tell me more about that").after("A"),
          Question.asked("C", Role.INSTRUCTOR, "How do I submit an invoice?"),
          Question.asked("D", Role.STAFF, "How do I troubleshoot a user issue?"),
          Question.asked("E", Role.ADMIN, "Show me user engagement metrics"),
          REFUSED);

  private Scenario() {}

  /** Bedrock refuses one question for good, with a 403. */
  public static FaultScript faults() {
    return FaultScript.always(
        REFUSED.text()::equals, new Fault.Refused(BedrockError.ACCESS_DENIED));
  }
}
