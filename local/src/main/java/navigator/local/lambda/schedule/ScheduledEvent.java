package navigator.local.lambda.schedule;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import navigator.local.topology.Schedule;

/**
 * The event that a rule with a schedule sends.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html">Invoking
 *     a Lambda function on a schedule</a>
 */
final class ScheduledEvent {
  private static final JsonMapper JSON = new JsonMapper();

  private ScheduledEvent() {}

  static String of(Schedule schedule, Instant now) {
    // arn:partition:events:region:account:rule/name
    var arn = schedule.arn().split(":", -1);
    var event = JSON.createObjectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.events");
    event.put("account", arn[4]);
    event.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", arn[3]);
    event.putArray("resources").add(schedule.arn());
    event.putObject("detail");
    return event.toString();
  }
}
