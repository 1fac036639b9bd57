package navigator.ops.replay;

import static navigator.contracts.table.EntryState.ANSWERED;
import static navigator.contracts.table.EntryState.FAILED;
import static navigator.contracts.table.EntryState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import navigator.contracts.table.EntryState;
import org.junit.jupiter.api.Test;

class RecentEndsTest {

  @Test
  void fewSayNothing() {
    assertThat(RecentEnds.NONE.and(times(9, FAILED)).failedMoreThan(0.2)).isFalse();
    assertThat(RecentEnds.NONE.and(times(10, FAILED)).failedMoreThan(0.2)).isTrue();
  }

  @Test
  void theShareItselfIsAllowed() {
    RecentEnds two = RecentEnds.NONE.and(times(8, ANSWERED)).and(times(2, FAILED));
    assertThat(two.failedMoreThan(0.2)).isFalse();
    assertThat(two.and(times(1, FAILED)).failedMoreThan(0.2)).isTrue();
  }

  @Test
  void anOutageThatBeginsLateIsSeen() {
    RecentEnds late = RecentEnds.NONE.and(times(5_000, ANSWERED)).and(times(11, FAILED));
    assertThat(late.letters()).hasSize(RecentEnds.MOST);
    assertThat(late.failedMoreThan(0.2)).isTrue();
  }

  @Test
  void whatWasSkippedSaysNothing() {
    assertThat(RecentEnds.NONE.and(times(20, SKIPPED))).isEqualTo(RecentEnds.NONE);
  }

  @Test
  void aShareOfOneNeverStops() {
    assertThat(RecentEnds.NONE.and(times(50, FAILED)).failedMoreThan(1)).isFalse();
  }

  private static List<EntryState> times(int count, EntryState state) {
    return Collections.nCopies(count, state);
  }
}
