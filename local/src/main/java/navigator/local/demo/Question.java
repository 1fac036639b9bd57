package navigator.local.demo;

import java.util.Optional;
import navigator.contracts.ErrorCode;
import navigator.contracts.Role;

/**
 * A question of the demonstration.
 *
 * @param label a letter
 * @param role who asks
 * @param follows the label of the turn before it in its conversation
 * @param fallback why it gets a fallback reply; empty if it is answered
 */
record Question(
    String label, Role role, String text, Optional<String> follows, Optional<ErrorCode> fallback) {

  static Question asked(String label, Role role, String text) {
    return new Question(label, role, text, Optional.empty(), Optional.empty());
  }

  Question after(String earlier) {
    return new Question(label, role, text, Optional.of(earlier), fallback);
  }

  Question refusedFor(ErrorCode code) {
    return new Question(label, role, text, follows, Optional.of(code));
  }
}
