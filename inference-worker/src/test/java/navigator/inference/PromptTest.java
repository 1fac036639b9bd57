package navigator.inference;

import static navigator.inference.Prompt.Speaker.ASSISTANT;
import static navigator.inference.Prompt.Speaker.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import navigator.contracts.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PromptTest {

  private final SystemPrompts systemPrompts = new SystemPrompts();

  @Test
  void beginsAndEndsWithTheUserAndAlternates() {
    Prompt prompt = Prompt.of("system", List.of(new AnsweredTurn("q1", "a1")), "q2");

    assertThat(prompt.messages())
        .containsExactly(
            new Prompt.Message(USER, "q1"),
            new Prompt.Message(ASSISTANT, "a1"),
            new Prompt.Message(USER, "q2"));
  }

  @ParameterizedTest
  @CsvSource({
    "INSTRUCTOR, instructors, course scheduling, certification",
    "STAFF, staff, operational processes, policies",
    "ADMIN, administrators, analytics, user management",
    "GENERIC, general user, what MHFA is, to whom to turn"
  })
  void namesTheRoleAndItsFocus(Role role, String named, String focus, String another) {
    assertThat(systemPrompts.of(role)).contains(named, focus, another);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void tellsEverybodyWhereACrisisIsHelped(Role role) {
    assertThat(systemPrompts.of(role)).contains("988", "local emergency number");
  }
}
