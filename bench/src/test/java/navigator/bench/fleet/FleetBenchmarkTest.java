package navigator.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FleetBenchmarkTest {

  @Test
  void eachCaseGivesARowAndSaysThatItIsAtWork() {
    List<FleetCase> cases =
        List.of(FleetCase.paced(3, 60, 30), FleetCase.troubled(3, 600, 300, Trouble.TABLE_AWAY));
    Set<String> told = new LinkedHashSet<>();

    List<FleetRow> rows = FleetBenchmark.run(cases, 1, (status, _) -> told.add(status));

    assertThat(rows).extracting(FleetRow::what).isEqualTo(cases);
    assertThat(told)
        .containsExactly(
            "1 of 2: 60 calls/min, 3 environments",
            "2 of 2: 600 calls/min, 3 environments, table away for 30 s");
  }

  @Test
  void itGoesFromASmallPaceToOneBeyondWhatAKeyTakes() {
    for (List<FleetCase> cases : List.of(FleetCase.quick(), FleetCase.full())) {
      assertThat(cases).extracting(FleetCase::trouble).contains(Trouble.values());
      assertThat(cases)
          .anyMatch(FleetCase::tooLarge)
          .anyMatch(each -> each.callsAMinute() > 60_000);
    }
    assertThat(FleetCase.full()).anyMatch(each -> each.requests() == 1_000_000);
  }
}
