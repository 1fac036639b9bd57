package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoisyNeighborsTest {

  private final NoisyNeighbors neighbors = new NoisyNeighbors();

  @Test
  void usersWhoAskAlikeAreEqual() {
    for (int i = 0; i < 500; i++) {
      assertThat(delivered("user-" + i % 4)).isEqualTo(Priority.NORMAL);
    }
  }

  @Test
  void whoAsksMuchMoreThanTheOthersLetsThemGoFirst() {
    mostly("noisy");

    assertThat(delivered("noisy")).isEqualTo(Priority.LOWEST);
    assertThat(neighbors.delivered("noisy", 2)).isEqualTo(Priority.LOW);
    assertThat(delivered("user-1")).isEqualTo(Priority.NORMAL);
  }

  @Test
  void twiceWhatOthersAskIsNotMuchMore() {
    for (int i = 0; i < 60; i++) {
      delivered("user-1");
      delivered("user-1");
      delivered("user-2");
    }

    assertThat(delivered("user-1")).isEqualTo(Priority.NORMAL);
  }

  @Test
  void aFewRequestsOfOneAreNoNoiseAlthoughNobodyElseAsks() {
    for (int i = 0; i < 15; i++) {
      assertThat(delivered("user-1")).isEqualTo(Priority.NORMAL);
    }
  }

  @Test
  void whoIsAloneLetsThoseGoFirstWhoMayBeBehind() {
    for (int i = 0; i < 15; i++) {
      delivered("user-1");
    }

    assertThat(delivered("user-1")).isEqualTo(Priority.LOWEST);
  }

  @Test
  void whoAsksBesideAReplayIsNotAlone() {
    for (int i = 0; i < 60; i++) {
      neighbors.replayDelivered();
      assertThat(delivered("user-1")).isEqualTo(Priority.NORMAL);
    }
  }

  @Test
  void whatWasAskedLongAgoDoesNotCount() {
    mostly("noisy");
    for (int i = 0; i < 64; i++) {
      delivered("user-" + i % 8);
    }

    assertThat(delivered("noisy")).isEqualTo(Priority.NORMAL);
  }

  private void mostly(String noisy) {
    for (int i = 0; i < 50; i++) {
      delivered(noisy);
      delivered(i % 2 == 0 ? noisy : "user-" + i % 5);
    }
  }

  private Priority delivered(String user) {
    return neighbors.delivered(user, 1);
  }
}
