package navigator.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

  @ParameterizedTest
  @CsvSource({
    "[admin staff], ADMIN",
    "[staff admin instructor], ADMIN",
    "[instructor staff], STAFF",
    "[instructor], INSTRUCTOR",
    "'admin,staff', ADMIN",
    "instructor, INSTRUCTOR",
    "[administrators], GENERIC",
    "[Admin], GENERIC",
    "[], GENERIC",
    "'', GENERIC",
    ", GENERIC"
  })
  void theStrongestGroupDecides(@Nullable String groups, Role role) {
    assertThat(Role.ofGroups(groups)).isEqualTo(role);
  }

  @Test
  void everyGroupHasItsRole() {
    assertThat(Role.GROUPS)
        .extracting(Role::ofGroups)
        .containsExactly(Role.ADMIN, Role.STAFF, Role.INSTRUCTOR);
  }
}
