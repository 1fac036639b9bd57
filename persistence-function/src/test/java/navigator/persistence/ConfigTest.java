package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.table.Keys;
import navigator.contracts.table.PaceSettings;
import org.junit.jupiter.api.Test;

class ConfigTest {

  @Test
  void everySettingIsRead() {
    Map<String, String> environment =
        Map.of("TABLE_NAME", "chats", "RETENTION", "P365D", "DEAD_LETTER_RETENTION", "P30D");
    assertThat(OutcomeConfig.of(environment))
        .isEqualTo(new OutcomeConfig("chats", Duration.ofDays(365), Duration.ofDays(30)));
    assertThat(ReadConfig.of(environment)).isEqualTo(new ReadConfig("chats"));
    Map<String, String> withPace =
        Map.of(
            "TABLE_NAME", "chats",
            "AWS_REGION", "us-west-2",
            "MODEL_ID", "sonnet",
            "CALLS_AT_ONCE", "50",
            "MAX_OUTCOME_WAIT", "PT10S");
    PaceSettings pace = new PaceSettings(Keys.quota("us-west-2", "sonnet"), 50, true);
    assertThat(StatusConfig.of(withPace)).isEqualTo(new StatusConfig("chats", pace));
    assertThat(OutcomeWaitConfig.of(withPace))
        .isEqualTo(new OutcomeWaitConfig("chats", Duration.ofSeconds(10), pace));
  }

  @Test
  void everyFaultIsTold() {
    assertThatThrownBy(() -> OutcomeConfig.of(Map.of("RETENTION", "PT1H")))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContainingAll("TABLE_NAME", "RETENTION is PT1H", "DEAD_LETTER_RETENTION");
    assertThatThrownBy(() -> ReadConfig.of(Map.of())).isInstanceOf(InvalidConfiguration.class);
    assertThatThrownBy(() -> StatusConfig.of(Map.of("CALLS_AT_ONCE", "0")))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContainingAll("TABLE_NAME", "AWS_REGION", "MODEL_ID", "CALLS_AT_ONCE is 0");
    assertThatThrownBy(() -> OutcomeWaitConfig.of(Map.of("MAX_OUTCOME_WAIT", "PT11S")))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContainingAll("TABLE_NAME", "MAX_OUTCOME_WAIT is PT11S");
  }
}
