package navigator.infra;

import static navigator.contracts.metric.Metric.DEAD_LETTERS;
import static navigator.contracts.metric.Metric.DEFERRALS;
import static navigator.contracts.metric.Metric.FAULTS;
import static navigator.contracts.metric.Metric.MODEL_CALL_LATENCY;
import static navigator.contracts.metric.Metric.OLDEST_OVERDUE_AGE;
import static navigator.contracts.metric.Metric.OLDEST_PENDING_AGE;
import static navigator.contracts.metric.Metric.REPLAYS_STOPPED;
import static navigator.contracts.metric.Metric.REQUESTS_ACCEPTED;
import static navigator.contracts.metric.Metric.REQUESTS_OVERDUE;
import static navigator.contracts.metric.Metric.REQUESTS_REFUSED;
import static navigator.contracts.metric.Metric.THROTTLES;
import static navigator.contracts.metric.Metric.UNOBSERVED_CALLS;
import static navigator.contracts.metric.Metric.UNREADABLE_MESSAGES;
import static software.amazon.awscdk.services.cloudwatch.TreatMissingData.BREACHING;
import static software.amazon.awscdk.services.cloudwatch.TreatMissingData.NOT_BREACHING;

import java.util.List;
import navigator.contracts.metric.Deferral;
import navigator.contracts.metric.Refusal;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Stats;

/**
 * The alarms on what the functions count and measure. Where nothing happens nothing is counted, so
 * that missing data is no trouble; save for the sweep, which tells its numbers every minute.
 */
final class PipelineAlarms {

  private static final Duration MINUTE = Duration.minutes(1);
  private static final Duration FIVE_MINUTES = Duration.minutes(5);
  private static final Duration QUARTER = Duration.minutes(15);

  /** The promise is two minutes after the deadline. */
  private static final int LATEST_SECONDS = 120;

  private static final int LONG_WAIT_SECONDS = 600;
  private static final int DEAD_LETTER_PERCENT = 5;

  private PipelineAlarms() {}

  /**
   * All of them.
   *
   * @param modelCallTimeout after which a call of the model is given up
   */
  static List<AlarmSpec> of(java.time.Duration modelCallTimeout) {
    return List.of(
        deadLetterRate(),
        overdue(),
        swept(),
        pending(),
        overloaded(),
        throttleShare(),
        modelDown(),
        modelLatency(modelCallTimeout),
        unobservedCalls(),
        faults(),
        unreadableMessages(),
        replayStopped());
  }

  private static AlarmSpec deadLetterRate() {
    return new AlarmSpec(
        "dead-letter-rate",
        "At least one in twenty of the requests accepted in a quarter of an hour, and at least"
            + " three, were given up: look at DeadLetters by Code.",
        Watch.computed(
            // Three, since one of two would be half; FILL, since none may have been accepted.
            "IF(dead_letters >= 3, 100 * dead_letters / FILL(requests_accepted, 1), 0)",
            "Dead letters, % of accepted",
            QUARTER,
            DEAD_LETTERS,
            REQUESTS_ACCEPTED),
        DEAD_LETTER_PERCENT,
        1,
        NOT_BREACHING);
  }

  private static AlarmSpec overdue() {
    return new AlarmSpec(
        "overdue",
        "A request is pending two minutes past its deadline, or the sweep is silent: look at the"
            + " log of learning-navigator-overdue.",
        Watch.of(OLDEST_OVERDUE_AGE, Stats.MAXIMUM, MINUTE),
        LATEST_SECONDS,
        3,
        BREACHING);
  }

  private static AlarmSpec swept() {
    return new AlarmSpec(
        "swept",
        "For a quarter of an hour requests were ended by the sweep, since nothing else did: look at"
            + " the worker's and the outcome function's event sources, then at their errors.",
        Watch.of(REQUESTS_OVERDUE, Stats.SUM, FIVE_MINUTES),
        1,
        3,
        NOT_BREACHING);
  }

  private static AlarmSpec pending() {
    return new AlarmSpec(
        "oldest-pending",
        "Somebody has been waiting for ten minutes: look at the throttles, then at the worker's"
            + " errors and concurrency.",
        Watch.of(OLDEST_PENDING_AGE, Stats.MAXIMUM, MINUTE),
        LONG_WAIT_SECONDS,
        5,
        // Of a silent sweep the other alarm tells.
        NOT_BREACHING);
  }

  private static AlarmSpec overloaded() {
    return new AlarmSpec(
        "overloaded",
        "For a quarter of an hour requests were refused that would not have been answered by their"
            + " deadline: look at RequestsRefused by Reason, then at the model's quotas.",
        Watch.ofWord(REQUESTS_REFUSED, Refusal.OVERLOADED.wireName(), Stats.SUM, FIVE_MINUTES),
        1,
        3,
        NOT_BREACHING);
  }

  private static AlarmSpec throttleShare() {
    return new AlarmSpec(
        "throttle-share",
        "For half an hour every second call of the model was throttled: look at the model's quotas"
            + " in the account: others may use them too, or they are all but zero.",
        // Each call counts 1 or 0.
        Watch.of(THROTTLES, Stats.AVERAGE, FIVE_MINUTES),
        0.5,
        6,
        NOT_BREACHING);
  }

  private static AlarmSpec modelDown() {
    return new AlarmSpec(
        "model-down",
        "For ten minutes the model failed whatever it was asked, or had no quota of the day: look"
            + " at ModelFaults by Code, at the model's quotas, and at Bedrock's state in the"
            + " Region.",
        Watch.ofWord(DEFERRALS, Deferral.DOWN.wireName(), Stats.SUM, FIVE_MINUTES),
        1,
        2,
        NOT_BREACHING);
  }

  private static AlarmSpec modelLatency(java.time.Duration timeout) {
    return new AlarmSpec(
        "model-latency",
        "The slowest calls of the model come near their time-out: look at ModelFaults by Code for"
            + " model_timeout, and at the state of Bedrock in the Region.",
        Watch.of(MODEL_CALL_LATENCY, Stats.percentile(99), FIVE_MINUTES),
        timeout.multipliedBy(4).dividedBy(5).toMillis(),
        3,
        NOT_BREACHING);
  }

  private static AlarmSpec unobservedCalls() {
    return new AlarmSpec(
        "unobserved-calls",
        "Calls of the model may have been paid for in vain: look at UnobservedCalls by Reason.",
        Watch.of(UNOBSERVED_CALLS, Stats.SUM, QUARTER),
        5,
        1,
        NOT_BREACHING);
  }

  private static AlarmSpec faults() {
    return new AlarmSpec(
        "faults",
        "Faults of ours, or of the services under us, go on for a quarter of an hour: look at"
            + " Faults by Function, then for errors in that function's log.",
        Watch.of(FAULTS, Stats.SUM, FIVE_MINUTES),
        1,
        3,
        NOT_BREACHING);
  }

  private static AlarmSpec unreadableMessages() {
    return new AlarmSpec(
        "unreadable-messages",
        "Messages or events came that nobody can read: look at UnreadableMessages by Function, and"
            + " whether a writer was deployed before its readers.",
        Watch.of(UNREADABLE_MESSAGES, Stats.SUM, FIVE_MINUTES),
        1,
        1,
        NOT_BREACHING);
  }

  private static AlarmSpec replayStopped() {
    return new AlarmSpec(
        "replay-stopped",
        "A replay of dead letters stopped by itself, since too little was answered: look at"
            + " DeadLetters by Code, then at the replay before another is started.",
        Watch.of(REPLAYS_STOPPED, Stats.SUM, FIVE_MINUTES),
        1,
        1,
        NOT_BREACHING);
  }
}
