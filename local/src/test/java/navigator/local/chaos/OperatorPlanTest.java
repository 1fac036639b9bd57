package navigator.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperatorPlanTest {

  private static final int ACTS = 300;

  private static OperatorPlan plan(long seed, String operator) {
    return new OperatorPlan(new ChaosPlan(seed, 1, Duration.ofMinutes(1)), operator);
  }

  private static List<OperatorAct> acts(OperatorPlan plan) {
    return Stream.generate(plan::next).limit(ACTS).toList();
  }

  private static List<CliAct> commands(OperatorPlan plan) {
    return IntStream.range(0, ACTS).mapToObj(plan::atCommandLine).toList();
  }

  private static List<OperatorAct.Replay> replays(OperatorPlan plan) {
    return acts(plan).stream()
        .filter(OperatorAct.Replay.class::isInstance)
        .map(OperatorAct.Replay.class::cast)
        .toList();
  }

  @Test
  void sameSeedGivesAnOperatorTheSameActs() {
    assertThat(acts(plan(1, "desk"))).isEqualTo(acts(plan(1, "desk")));
    assertThat(commands(plan(1, "desk"))).isEqualTo(commands(plan(1, "desk")));
  }

  @Test
  void anotherSeedOrOperatorGivesOtherActs() {
    assertThat(acts(plan(1, "desk"))).isNotEqualTo(acts(plan(2, "desk")));
    assertThat(acts(plan(1, "desk"))).isNotEqualTo(acts(plan(1, "other")));
  }

  @Test
  void noTwoReplaysOfARunHaveOneName() {
    List<String> names = new ArrayList<>();
    for (String operator : List.of("desk-0", "desk-1")) {
      replays(plan(1, operator)).forEach(replay -> names.add(replay.name()));
    }

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]{1,64}"));
  }

  @Test
  void everyKindOfReplayComesToPass() {
    List<OperatorAct.Replay> replays = replays(plan(1, "desk"));

    assertThat(replays).extracting(OperatorAct.Replay::reach).contains(OperatorAct.Reach.values());
    assertThat(replays).extracting(OperatorAct.Replay::then).contains(OperatorAct.Then.values());
    assertThat(replays).extracting(replay -> replay.terms().canary()).contains(0, 1, 3);
    assertThat(replays).extracting(replay -> replay.terms().stopShare()).contains(1.0, 0.2);
    assertThat(replays).extracting(OperatorAct.Replay::planned).contains(true, false);
    assertThat(replays)
        .allMatch(replay -> replay.terms().rate() >= 120 && replay.terms().deadline() >= 30);
  }

  @Test
  void operatorAtATerminalDiscardsDrivesAndRestoresInTurn() {
    List<CliAct> commands = commands(plan(1, "terminal"));

    assertThat(commands.get(0)).isInstanceOf(CliAct.Discard.class);
    assertThat(commands.get(1)).isInstanceOf(CliAct.Drive.class);
    assertThat(commands.get(2)).isInstanceOf(CliAct.Restore.class);
    assertThat(commands)
        .filteredOn(CliAct.Drive.class::isInstance)
        .extracting(drive -> ((CliAct.Drive) drive).killed().isPresent())
        .contains(true, false);
  }
}
