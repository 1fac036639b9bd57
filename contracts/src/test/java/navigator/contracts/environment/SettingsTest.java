package navigator.contracts.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void settingsHaveTheirTypes() {
    Settings settings = new Settings(Map.of("NAME", "table", "COUNT", "5", "AGE", "P365D"));
    assertThat(settings.text("NAME")).isEqualTo("table");
    assertThat(settings.integer("COUNT", 1, 5)).isEqualTo(5);
    assertThat(settings.duration("AGE", DAY, DAY.multipliedBy(400)))
        .isEqualTo(Duration.ofDays(365));
    assertThat(settings.optional("GUARDRAIL")).isEmpty();
    assertThatCode(settings::requireValid).doesNotThrowAnyException();
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Settings settings =
        new Settings(
            Map.of("BLANK", " ", "COUNT", "many", "LOW", "0", "AGE", "1 day", "WAIT", "PT1S"));
    settings.text("MISSING");
    settings.text("BLANK");
    settings.integer("COUNT", 1, 5);
    settings.integer("LOW", 1, 5);
    settings.integer("NO_COUNT", 1, 5);
    settings.duration("AGE", DAY, DAY);
    settings.duration("WAIT", DAY, DAY);
    settings.duration("NO_AGE", DAY, DAY);
    settings.require(false, "LOW is above COUNT");
    assertThatExceptionOfType(InvalidConfiguration.class)
        .isThrownBy(settings::requireValid)
        .withMessage(
            "Invalid configuration: MISSING is not set; BLANK is not set;"
                + " COUNT is not a whole number: many; LOW is 0, not from 1 to 5;"
                + " NO_COUNT is not set; AGE is not an ISO 8601 duration: 1 day;"
                + " WAIT is PT1S, not from PT24H to PT24H; NO_AGE is not set;"
                + " LOW is above COUNT");
  }
}
