package navigator.infra;

import static software.amazon.awscdk.services.cloudwatch.TreatMissingData.IGNORE;
import static software.amazon.awscdk.services.cloudwatch.TreatMissingData.NOT_BREACHING;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.Metric;
import navigator.contracts.metric.Refusal;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Stats;

/**
 * The alarms on what AWS itself counts. It sends no data of what is idle, so that missing data is
 * no trouble; of a queue it tells nothing at all.
 */
final class AwsAlarms {

  private static final Duration FIVE_MINUTES = Duration.minutes(5);
  private static final MetricOptions SUM =
      MetricOptions.builder().statistic(Stats.SUM).period(FIVE_MINUTES).build();
  private static final MetricOptions MAXIMUM =
      MetricOptions.builder().statistic(Stats.MAXIMUM).period(FIVE_MINUTES).build();

  private AwsAlarms() {}

  static List<AlarmSpec> of(Observed observed) {
    return Stream.of(
            Stream.of(serverErrors(observed)),
            observed.failureQueues().stream().map(AwsAlarms::waiting),
            observed.functions().stream().map(AwsAlarms::errors),
            observed.functions().stream().map(AwsAlarms::throttles))
        .flatMap(alarms -> alarms)
        .toList();
  }

  // Who is turned away from waiting has lost nothing: the status is there at once. And who is
  // refused since too much waits is told so; of that another alarm tells.
  private static AlarmSpec serverErrors(Observed observed) {
    IMetric refused =
        Watch.ofWord(
            Metric.REQUESTS_REFUSED, Refusal.OVERLOADED.wireName(), Stats.SUM, FIVE_MINUTES);
    IMetric turnedAway = observed.function(FunctionName.OUTCOME_WAIT).metricThrottles(SUM);
    return new AlarmSpec(
        "http-5xx",
        "The API answered at least five calls in five minutes with a fault of ours: look at its"
            + " access log for the route, then at the log of the function behind it.",
        MathExpression.Builder.create()
            .expression("answered - FILL(turned_away, 0) - FILL(refused, 0)")
            .usingMetrics(
                Map.of(
                    "answered", observed.api().metricServerError(SUM),
                    "turned_away", turnedAway,
                    "refused", refused))
            .label("Calls answered with 5xx")
            .period(FIVE_MINUTES)
            .build(),
        5,
        1,
        NOT_BREACHING);
  }

  // SQS falls silent about a queue that nobody touches for six hours, whatever lies in it: an alarm
  // stays as it is until the queue is seen empty.
  private static AlarmSpec waiting(FailureQueue failures) {
    return new AlarmSpec(
        failures.name(),
        failures.meaning(),
        failures.queue().metricApproximateNumberOfMessagesVisible(MAXIMUM),
        1,
        1,
        IGNORE);
  }

  private static AlarmSpec errors(PipelineFunction function) {
    return new AlarmSpec(
        function.name() + "-errors",
        "An invocation threw, timed out or lost its process: look at the end of its log in"
            + " /aws/lambda/learning-navigator-"
            + function.name()
            + ".",
        function.function().metricErrors(SUM),
        1,
        1,
        NOT_BREACHING);
  }

  private static AlarmSpec throttles(PipelineFunction function) {
    return new AlarmSpec(
        function.name() + "-throttles",
        "For a quarter of an hour invocations found no free concurrency: look at the account's"
            + " concurrent executions, and at what is reserved for this function.",
        function.function().metricThrottles(SUM),
        1,
        3,
        NOT_BREACHING);
  }
}
