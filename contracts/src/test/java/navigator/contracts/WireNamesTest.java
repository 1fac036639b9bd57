package navigator.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireNamesTest {

  @ParameterizedTest
  @EnumSource
  void aStatusIsFoundByItsWireName(Status status) {
    assertThat(Status.ofWireName(status.wireName())).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource
  void aRoleIsFoundByItsWireName(Role role) {
    assertThat(Role.ofWireName(role.wireName())).isEqualTo(role);
  }

  @ParameterizedTest
  @EnumSource
  void anErrorCodeIsFoundByItsWireName(ErrorCode code) {
    assertThat(ErrorCode.ofWireName(code.wireName())).isEqualTo(code);
  }

  @Test
  void namesOfAnotherCaseAreUnknown() {
    assertThatIllegalArgumentException().isThrownBy(() -> Status.ofWireName("QUEUED"));
    assertThatIllegalArgumentException().isThrownBy(() -> Role.ofWireName("Admin"));
    assertThatIllegalArgumentException().isThrownBy(() -> ErrorCode.ofWireName("Internal"));
  }
}
