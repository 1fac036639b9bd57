package navigator.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

  @Test
  void everySettingIsRead() {
    assertThat(
            IngestConfig.of(
                Map.of(
                    "TABLE_NAME", "learning-navigator",
                    "IDEMPOTENCY_TABLE_NAME", "learning-navigator-idempotency",
                    "REQUEST_QUEUE_URL", "https://sqs/chat-requests.fifo",
                    "DEFAULT_DEADLINE", "PT15M",
                    "RETENTION", "P365D")))
        .isEqualTo(
            new IngestConfig(
                "learning-navigator",
                "learning-navigator-idempotency",
                "https://sqs/chat-requests.fifo",
                Duration.ofMinutes(15),
                Duration.ofDays(365)));
  }

  @Test
  void everyFaultIsTold() {
    assertThatThrownBy(
            () -> IngestConfig.of(Map.of("DEFAULT_DEADLINE", "PT2H", "RETENTION", "a year")))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContainingAll(
            "TABLE_NAME",
            "IDEMPOTENCY_TABLE_NAME",
            "REQUEST_QUEUE_URL",
            "DEFAULT_DEADLINE",
            "RETENTION");
  }
}
