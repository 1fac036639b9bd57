package navigator.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.table.Keys;
import navigator.contracts.table.PaceSettings;
import navigator.ingest.limit.UserLimits;
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
                    "USER_REQUESTS_PER_MINUTE", "30",
                    "USER_PENDING_REQUESTS", "10",
                    "AWS_REGION", "us-west-2",
                    "MODEL_ID", "sonnet",
                    "CALLS_AT_ONCE", "50",
                    "RETENTION", "P365D")))
        .isEqualTo(
            new IngestConfig(
                "learning-navigator",
                "learning-navigator-idempotency",
                "https://sqs/chat-requests.fifo",
                Duration.ofMinutes(15),
                new UserLimits(30, 10),
                new PaceSettings(Keys.quota("us-west-2", "sonnet"), 50, true),
                Duration.ofDays(365)));
  }

  @Test
  void everyFaultIsTold() {
    assertThatThrownBy(
            () ->
                IngestConfig.of(
                    Map.of(
                        "DEFAULT_DEADLINE", "PT2H",
                        "USER_REQUESTS_PER_MINUTE", "0",
                        "USER_PENDING_REQUESTS", "101",
                        "RETENTION", "a year")))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContainingAll(
            "TABLE_NAME",
            "IDEMPOTENCY_TABLE_NAME",
            "REQUEST_QUEUE_URL",
            "DEFAULT_DEADLINE",
            "USER_REQUESTS_PER_MINUTE",
            "USER_PENDING_REQUESTS",
            "AWS_REGION",
            "MODEL_ID",
            "CALLS_AT_ONCE",
            "RETENTION");
  }
}
