package navigator.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import navigator.contracts.table.EntryState;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.contracts.table.SkipReason;
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

  @ParameterizedTest
  @EnumSource
  void aReplaysStateIsFoundByItsWireName(ReplayState state) {
    assertThat(ReplayState.ofWireName(state.wireName())).contains(state);
  }

  @ParameterizedTest
  @EnumSource
  void anEntrysStateIsFoundByItsWireName(EntryState state) {
    assertThat(EntryState.ofWireName(state.wireName())).contains(state);
  }

  @ParameterizedTest
  @EnumSource
  void whyAReplayStopsIsFoundByItsWireName(ReplayStop stop) {
    assertThat(ReplayStop.ofWireName(stop.wireName())).contains(stop);
  }

  @ParameterizedTest
  @EnumSource
  void whyAnEntryIsSkippedIsFoundByItsWireName(SkipReason skip) {
    assertThat(SkipReason.ofWireName(skip.wireName())).contains(skip);
  }

  @Test
  void namesOfAnotherCaseAreUnknown() {
    assertThat(ReplayState.ofWireName("SENDING")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Status.ofWireName("QUEUED"));
    assertThatIllegalArgumentException().isThrownBy(() -> Role.ofWireName("Admin"));
    assertThatIllegalArgumentException().isThrownBy(() -> ErrorCode.ofWireName("Internal"));
  }
}
