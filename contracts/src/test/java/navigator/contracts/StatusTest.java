package navigator.contracts;

import static navigator.contracts.Status.CANCELLED;
import static navigator.contracts.Status.COMPLETED;
import static navigator.contracts.Status.FALLBACK;
import static navigator.contracts.Status.IN_PROGRESS;
import static navigator.contracts.Status.QUEUED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusTest {

  @Test
  void pendingRequestsMayEndInAnyTerminalStatus() {
    assertThat(successors(QUEUED)).containsExactly(IN_PROGRESS, COMPLETED, FALLBACK, CANCELLED);
    assertThat(successors(IN_PROGRESS)).containsExactly(QUEUED, COMPLETED, FALLBACK, CANCELLED);
  }

  @Test
  void terminalStatusesStayExceptThatAnAnswerSupersedesAFallback() {
    assertThat(successors(COMPLETED)).isEmpty();
    assertThat(successors(CANCELLED)).isEmpty();
    assertThat(successors(FALLBACK)).containsExactly(COMPLETED);
  }

  @Test
  void clientsStopPollingAtTerminalStatusesOnly() {
    assertThat(EnumSet.allOf(Status.class).stream().filter(Status::isTerminal))
        .containsExactly(COMPLETED, FALLBACK, CANCELLED);
  }

  private static Set<Status> successors(Status from) {
    Set<Status> successors = EnumSet.allOf(Status.class);
    successors.removeIf(to -> !from.canBecome(to));
    return successors;
  }
}
