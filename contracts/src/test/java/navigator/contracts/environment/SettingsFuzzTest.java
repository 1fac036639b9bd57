package navigator.contracts.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.testing.HostileText;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettingsFuzzTest {

  @Property(tries = 1000)
  void aValueIsRightOrItsNameIsTold(@ForAll("values") String value) {
    Settings settings = new Settings(Map.of("COUNT", value, "WAIT", value));
    int count = settings.integer("COUNT", 1, 5);
    Duration wait = settings.duration("WAIT", Duration.ZERO, Duration.ofDays(1));
    assertThat(count).isBetween(1, 5);
    assertThat(wait).isBetween(Duration.ZERO, Duration.ofDays(1));
    assertThat(catchThrowable(settings::requireValid))
        .isInstanceOf(InvalidConfiguration.class)
        .satisfiesAnyOf(
            fault -> assertThat(fault).hasMessageContaining("COUNT"),
            fault -> assertThat(fault).hasMessageContaining("WAIT"));
  }

  @Provide
  Arbitrary<String> values() {
    return HostileText.any();
  }
}
