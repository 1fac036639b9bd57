package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.Metric;
import org.junit.jupiter.api.Test;

class AlarmsTest {

  private static final SynthesizedTemplate STACK =
      SynthesizedStack.of(StackSettings.defaults()).template();

  private static final Path OPERATIONS = Path.of("../docs/operations.md");
  private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)`", Pattern.MULTILINE);

  /** Metrics that AWS counts, by their namespace. */
  private static final Map<String, Set<String>> AWS =
      Map.of(
          "AWS/SQS", Set.of("ApproximateNumberOfMessagesVisible"),
          "AWS/ApiGateway", Set.of("5xx"),
          "AWS/Lambda", Set.of("Errors", "Throttles"));

  /** Alarms that take silence for trouble. */
  private static final Set<String> NEVER_SILENT = Set.of("learning-navigator-overdue");

  @Test
  void everyAlarmWatchesWhatTheFunctionsOrAwsReallyCount() {
    assertThat(alarms().flatMap(AlarmsTest::metrics))
        .isNotEmpty()
        .allSatisfy(
            metric -> {
              String namespace = metric.get("Namespace").asText();
              assertThat(
                      namespace.equals(Metric.NAMESPACE)
                          ? counted()
                          : AWS.getOrDefault(namespace, Set.of()))
                  .contains(metric.get("MetricName").asText());
            });
  }

  @Test
  void everyAlarmSaysWhatItMeansAndWhatToLookAt() {
    assertThat(alarms())
        .allSatisfy(
            alarm -> {
              assertThat(alarm.get("AlarmName").asText()).startsWith("learning-navigator-");
              assertThat(alarm.get("AlarmDescription").asText())
                  .contains(": look at ")
                  .endsWith(".");
            });
  }

  @Test
  void onlyASilentSweepIsTroubleAndEveryAlarmSaysWhichItIs() {
    assertThat(alarms())
        .allSatisfy(
            alarm -> assertThat(alarm.get("TreatMissingData").asText()).isEqualTo(silence(alarm)));
    assertThat(names()).containsAll(NEVER_SILENT);
  }

  private static String silence(JsonNode alarm) {
    if (NEVER_SILENT.contains(alarm.get("AlarmName").asText())) {
      return "breaching";
    }
    // SQS tells nothing about a queue that nobody touches, whatever lies in it.
    return alarm.path("Namespace").asText().equals("AWS/SQS") ? "ignore" : "notBreaching";
  }

  @Test
  void everyFunctionIsWatched() {
    assertThat(functions())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(names()).contains(name + "-errors", name + "-throttles"));
  }

  @Test
  void everyFunctionHasANameThatMetricsKnow() {
    assertThat(Arrays.stream(FunctionName.values()).map(FunctionName::physicalName))
        .containsAll(functions());
  }

  @Test
  void everyLastQueueIsWatched() {
    Set<String> behind =
        STACK.resources("AWS::SQS::Queue").entrySet().stream()
            .filter(queue -> !queue.getValue().at("/Properties").has("RedrivePolicy"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());

    assertThat(
            alarms()
                .flatMap(AlarmsTest::direct)
                .filter(alarm -> alarm.path("Namespace").asText().equals("AWS/SQS"))
                .map(alarm -> alarm.at("/Dimensions/0/Value/Fn::GetAtt/0").asText()))
        .containsExactlyInAnyOrderElementsOf(behind);
  }

  @Test
  void everyAlarmIsExplainedToOperatorsAndNothingElseIs() throws IOException {
    Set<String> explained =
        ROW.matcher(Files.readString(OPERATIONS))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toSet());
    Set<String> alarms = names().stream().map(AlarmsTest::kind).collect(Collectors.toSet());

    assertThat(alarms).isEqualTo(explained);
  }

  @Test
  void theDashboardShowsEveryMetric() {
    String body =
        STACK.properties("AWS::CloudWatch::Dashboard").findFirst().orElseThrow().toString();

    assertThat(Arrays.stream(Metric.values()).map(Metric::wireName))
        .allSatisfy(name -> assertThat(body).contains("\\\"" + name + "\\\""));
  }

  @Test
  void withoutAnAddressNobodyIsToldAndThereIsNoTopic() {
    assertThat(alarms()).noneMatch(alarm -> alarm.has("AlarmActions"));
    assertThat(STACK.resources("AWS::SNS::Topic")).isEmpty();
  }

  @Test
  void withAnAddressEveryAlarmIsSentToItAndAlarmsAloneMayPublish() {
    SynthesizedStack stack =
        SynthesizedStack.of(StackSettings.defaults().alarmEmail(Optional.of("ops@example.org")));

    assertThat(stack.template().properties("AWS::CloudWatch::Alarm"))
        .allMatch(alarm -> alarm.has("AlarmActions") && alarm.has("OKActions"));
    assertThat(stack.template().properties("AWS::SNS::Subscription"))
        .singleElement()
        .satisfies(
            subscription ->
                assertThat(subscription.get("Endpoint").asText()).isEqualTo("ops@example.org"));
    assertThat(stack.template().properties("AWS::SNS::TopicPolicy").map(JsonNode::toString))
        .singleElement()
        .satisfies(
            policy ->
                assertThat(policy)
                    .contains(
                        "aws:SecureTransport", "cloudwatch.amazonaws.com", "aws:SourceAccount"));
    NagTest.requireNone(stack.findings());
  }

  private static String kind(String alarm) {
    return functions().stream()
        .filter(function -> alarm.startsWith(function + "-"))
        .filter(
            function ->
                Set.of("errors", "throttles").contains(alarm.substring(function.length() + 1)))
        .findFirst()
        .map(function -> "<function>-" + alarm.substring(function.length() + 1))
        .orElse(alarm.substring("learning-navigator-".length()));
  }

  private static Set<String> names() {
    return alarms().map(alarm -> alarm.get("AlarmName").asText()).collect(Collectors.toSet());
  }

  private static Set<String> functions() {
    return STACK
        .properties("AWS::Lambda::Function")
        .map(function -> function.get("FunctionName").asText())
        .collect(Collectors.toSet());
  }

  private static Stream<JsonNode> alarms() {
    return STACK.properties("AWS::CloudWatch::Alarm");
  }

  private static Set<String> counted() {
    return Arrays.stream(Metric.values()).map(Metric::wireName).collect(Collectors.toSet());
  }

  /** The metrics that an alarm watches, be it by an expression. */
  private static Stream<JsonNode> metrics(JsonNode alarm) {
    return Stream.concat(
        direct(alarm),
        StreamSupport.stream(alarm.path("Metrics").spliterator(), false)
            .map(query -> query.at("/MetricStat/Metric"))
            .filter(JsonNode::isObject));
  }

  private static Stream<JsonNode> direct(JsonNode alarm) {
    return alarm.has("MetricName") ? Stream.of(alarm) : Stream.of();
  }
}
