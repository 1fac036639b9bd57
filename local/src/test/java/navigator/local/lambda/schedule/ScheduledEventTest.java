package navigator.local.lambda.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import navigator.local.topology.Schedule;
import org.junit.jupiter.api.Test;

final class ScheduledEventTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void anEventHasTheFieldsThatEventBridgeDocuments() throws JsonProcessingException {
    var rule = "arn:aws:events:us-west-2:000000000000:rule/overdue";
    var schedule = new Schedule("overdue", rule, Duration.ofMinutes(1), "arn:function");

    var event =
        (ObjectNode)
            JSON.readTree(ScheduledEvent.of(schedule, Instant.parse("2026-01-02T03:04:05.678Z")));

    assertThat(event.remove("id").asText()).hasSize(36);
    assertThat(event)
        .isEqualTo(
            JSON.readTree(
                """
                {"version": "0", "detail-type": "Scheduled Event", "source": "aws.events",
                 "account": "000000000000", "time": "2026-01-02T03:04:05Z",
                 "region": "us-west-2", "detail": {},
                 "resources": ["arn:aws:events:us-west-2:000000000000:rule/overdue"]}
                """));
  }
}
