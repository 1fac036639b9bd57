package navigator.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.local.alarm.Alarm;
import navigator.local.alarm.Watched;
import org.junit.jupiter.api.Test;

class AlarmsTest {

  /** As the CDK synthesizes it. */
  private static final String SHARE =
      """
      {"AlarmName": "learning-navigator-dead-letter-rate",
       "ComparisonOperator": "GreaterThanOrEqualToThreshold", "EvaluationPeriods": 1, "Metrics": [
        {"Expression": "100 * dead_letters", "Id": "expr_1", "ReturnData": true},
        {"Id": "dead_letters", "MetricStat": {"Metric": {"MetricName": "DeadLetters",
         "Namespace": "LearningNavigator"}, "Period": 900, "Stat": "Sum"}, "ReturnData": false}],
       "Threshold": 5, "TreatMissingData": "notBreaching"}
      """;

  private static final String OVERDUE =
      """
      {"AlarmName": "learning-navigator-overdue",
       "ComparisonOperator": "GreaterThanOrEqualToThreshold", "EvaluationPeriods": 3, "Metrics": [
        {"Id": "m1", "MetricStat": {"Metric": {"MetricName": "OldestOverdueAge",
         "Namespace": "LearningNavigator", "Dimensions": [{"Name": "Reason", "Value": "down"}]},
         "Period": 60, "Stat": "Maximum"}, "ReturnData": true}],
       "Threshold": 120.5, "TreatMissingData": "breaching"}
      """;

  private static final String OF_AWS =
      """
      {"AlarmName": "learning-navigator-submit-errors", "EvaluationPeriods": 1, "Threshold": 1,
       "ComparisonOperator": "GreaterThanThreshold", "MetricName": "Errors",
       "Namespace": "AWS/Lambda", "Period": 300, "Statistic": "Sum"}
      """;

  private static JsonNode template(String... alarms) throws JsonProcessingException {
    var json = new JsonMapper();
    var template = json.createObjectNode();
    var resources = template.putObject("Resources");
    resources.putObject("Queue").put("Type", "AWS::SQS::Queue");
    for (String alarm : alarms) {
      resources
          .putObject("Alarm" + resources.size())
          .put("Type", "AWS::CloudWatch::Alarm")
          .set("Properties", json.readTree(alarm));
    }
    return template;
  }

  @Test
  void aComputedAlarmHasItsFormulaAndTheMetricsOfIt() throws JsonProcessingException {
    var letters =
        new Watched(
            "dead_letters",
            "LearningNavigator",
            "DeadLetters",
            Map.of(),
            Duration.ofMinutes(15),
            "Sum");

    assertThat(Alarms.read(template(SHARE)))
        .containsExactly(
            new Alarm(
                "learning-navigator-dead-letter-rate",
                List.of(letters),
                "100 * dead_letters",
                5,
                1,
                false));
  }

  @Test
  void anAlarmOnOneMetricIsReadWithThresholdPeriodsAndSilence() throws JsonProcessingException {
    Alarm alarm = Alarms.read(template(OVERDUE)).getFirst();

    assertThat(alarm.formula()).isEqualTo("m1");
    assertThat(alarm.threshold()).isEqualTo(120.5);
    assertThat(alarm.patience()).isEqualTo(Duration.ofMinutes(3));
    assertThat(alarm.silenceBreaches()).isTrue();
    assertThat(alarm.watched().getFirst().dimensions())
        .containsExactly(Map.entry("Reason", "down"));
  }

  @Test
  void whatAwsMeasuresIsLeftOut() throws JsonProcessingException {
    assertThat(Alarms.read(template(OF_AWS, OVERDUE))).hasSize(1);
  }

  @Test
  void anotherComparisonIsRefusedByName() {
    String below = OVERDUE.replace("GreaterThanOrEqualToThreshold", "LessThanThreshold");

    assertThatThrownBy(() -> Alarms.read(template(below)))
        .hasMessageContaining("learning-navigator-overdue")
        .hasMessageContaining("LessThanThreshold");
  }
}
