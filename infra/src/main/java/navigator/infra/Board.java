package navigator.infra;

import static navigator.contracts.metric.Metric.ANSWERS;
import static navigator.contracts.metric.Metric.CACHE_READ_TOKENS;
import static navigator.contracts.metric.Metric.CACHE_WRITE_TOKENS;
import static navigator.contracts.metric.Metric.DEAD_LETTERS;
import static navigator.contracts.metric.Metric.DEFERRALS;
import static navigator.contracts.metric.Metric.DISCARDED_ANSWERS;
import static navigator.contracts.metric.Metric.DISCARDED_TOKENS;
import static navigator.contracts.metric.Metric.FALLBACKS;
import static navigator.contracts.metric.Metric.FAULTS;
import static navigator.contracts.metric.Metric.INPUT_TOKENS;
import static navigator.contracts.metric.Metric.MODEL_CALLS;
import static navigator.contracts.metric.Metric.MODEL_CALL_LATENCY;
import static navigator.contracts.metric.Metric.MODEL_FAULTS;
import static navigator.contracts.metric.Metric.OLDEST_OVERDUE_AGE;
import static navigator.contracts.metric.Metric.OLDEST_PENDING_AGE;
import static navigator.contracts.metric.Metric.OUTPUT_TOKENS;
import static navigator.contracts.metric.Metric.REPLAYED_REQUESTS;
import static navigator.contracts.metric.Metric.REPLAYS_STOPPED;
import static navigator.contracts.metric.Metric.REQUESTS_ACCEPTED;
import static navigator.contracts.metric.Metric.REQUESTS_OVERDUE;
import static navigator.contracts.metric.Metric.REQUESTS_REFUSED;
import static navigator.contracts.metric.Metric.THROTTLES;
import static navigator.contracts.metric.Metric.UNOBSERVED_CALLS;
import static navigator.contracts.metric.Metric.UNREADABLE_MESSAGES;

import java.util.List;
import java.util.stream.Stream;
import navigator.contracts.metric.Metric;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.constructs.Construct;

/** All that is measured on one page, in the order in which a request passes through it. */
final class Board extends Construct {

  private static final Duration PERIOD = Duration.minutes(5);
  private static final int HALF_WIDTH = 12;

  Board(Construct scope, Observed observed) {
    super(scope, "Board");
    Dashboard.Builder.create(this, "Dashboard")
        // An account has one list of dashboards for all its Regions.
        .dashboardName("learning-navigator-" + Aws.REGION)
        .widgets(
            List.of(
                row(
                    graph(
                        "Requests",
                        sums(
                            REQUESTS_ACCEPTED,
                            REQUESTS_REFUSED,
                            ANSWERS,
                            FALLBACKS,
                            DEAD_LETTERS,
                            REQUESTS_OVERDUE)),
                    graph(
                        "Oldest request, seconds",
                        each(Stats.MAXIMUM, OLDEST_PENDING_AGE, OLDEST_OVERDUE_AGE))),
                row(
                    graph("Dead letters by code", Stream.of(Watch.byWord(DEAD_LETTERS, PERIOD))),
                    graph("Failure queues, messages", waiting(observed))),
                row(
                    graph("Model calls", sums(MODEL_CALLS, THROTTLES, DEFERRALS, MODEL_FAULTS)),
                    graph(
                        "Model latency, milliseconds",
                        Stream.of(Stats.percentile(50), Stats.percentile(99))
                            .flatMap(statistic -> each(statistic, MODEL_CALL_LATENCY)))),
                row(
                    graph(
                        "Tokens",
                        sums(
                            INPUT_TOKENS,
                            OUTPUT_TOKENS,
                            CACHE_READ_TOKENS,
                            CACHE_WRITE_TOKENS,
                            DISCARDED_TOKENS)),
                    graph("Paid in vain", sums(UNOBSERVED_CALLS, DISCARDED_ANSWERS))),
                row(
                    graph("Refused at the door", Stream.of(Watch.byWord(REQUESTS_REFUSED, PERIOD))),
                    graph("Faults", sums(FAULTS, UNREADABLE_MESSAGES))),
                row(
                    graph("Waits for the model", Stream.of(Watch.byWord(DEFERRALS, PERIOD))),
                    graph("Faults by function", Stream.of(Watch.byWord(FAULTS, PERIOD)))),
                row(
                    graph("Replayed, by end", Stream.of(Watch.byWord(REPLAYED_REQUESTS, PERIOD))),
                    graph("Replays", sums(REPLAYED_REQUESTS, REPLAYS_STOPPED))),
                row(
                    graph(
                        "Invocations that failed",
                        observed.functions().stream().map(f -> f.function().metricErrors())),
                    graph(
                        "Calls answered with 5xx", Stream.of(observed.api().metricServerError())))))
        .build();
  }

  private static List<IWidget> row(IWidget... widgets) {
    return List.of(widgets);
  }

  private static IWidget graph(String title, Stream<? extends IMetric> metrics) {
    return GraphWidget.Builder.create()
        .title(title)
        .width(HALF_WIDTH)
        .left(metrics.toList())
        .build();
  }

  private static Stream<IMetric> sums(Metric... metrics) {
    return each(Stats.SUM, metrics);
  }

  private static Stream<IMetric> each(String statistic, Metric... metrics) {
    return Stream.of(metrics).map(metric -> Watch.of(metric, statistic, PERIOD));
  }

  private static Stream<IMetric> waiting(Observed observed) {
    return observed.failureQueues().stream()
        .map(failures -> failures.queue().metricApproximateNumberOfMessagesVisible());
  }
}
