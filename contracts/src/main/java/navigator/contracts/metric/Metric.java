package navigator.contracts.metric;

import static navigator.contracts.metric.Unit.COUNT;
import static navigator.contracts.metric.Unit.MILLISECONDS;
import static navigator.contracts.metric.Unit.SECONDS;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the functions count and measure: the names that their log lines, the alarms and the
 * dashboard share. A delivery may come twice, so a count may be a little high.
 */
public enum Metric {
  /** Requests that were promised to a client. */
  REQUESTS_ACCEPTED("RequestsAccepted", COUNT, null),
  /** Requests that were refused at the door: nothing of them is stored. */
  REQUESTS_REFUSED("RequestsRefused", COUNT, Dimension.REASON),
  /** Requests that got a model's answer, where the client sees it. */
  ANSWERS("Answers", COUNT, null),
  /** Requests that got the fallback reply, where the client sees it. */
  FALLBACKS("Fallbacks", COUNT, Dimension.CODE),
  /** Requests that were given up to the dead-letter queue. */
  DEAD_LETTERS("DeadLetters", COUNT, Dimension.CODE),
  /** Model calls, the throttled ones included. */
  MODEL_CALLS("ModelCalls", COUNT, null),
  /** Model calls that the model's quota did not admit: 1, or 0 for each other call. */
  THROTTLES("Throttles", COUNT, null),
  /** Deliveries that went back to the queue, to wait for a turn of the model. */
  DEFERRALS("Deferrals", COUNT, Dimension.REASON),
  /** Model calls that gave no answer, other than the throttled ones. */
  MODEL_FAULTS("ModelFaults", COUNT, Dimension.CODE),
  /** How long a model call took that was not throttled. */
  MODEL_CALL_LATENCY("ModelCallLatency", MILLISECONDS, null),
  /** Tokens of an answered call's prompt that were read anew. */
  INPUT_TOKENS("InputTokens", COUNT, null),
  /** Tokens of an answer. */
  OUTPUT_TOKENS("OutputTokens", COUNT, null),
  /** Tokens of a prompt that were read from the model's cache. */
  CACHE_READ_TOKENS("CacheReadTokens", COUNT, null),
  /** Tokens of a prompt that were written to the model's cache. */
  CACHE_WRITE_TOKENS("CacheWriteTokens", COUNT, null),
  /** Model calls whose fate nobody knows, and which may have been paid in vain. */
  UNOBSERVED_CALLS("UnobservedCalls", COUNT, Dimension.REASON),
  /** Answers that nobody waited for any more: of cancelled requests, mostly. */
  DISCARDED_ANSWERS("DiscardedAnswers", COUNT, null),
  /** All tokens that the discarded answers took. */
  DISCARDED_TOKENS("DiscardedTokens", COUNT, null),
  /** Faults of ours that were met while a message, an event or a call was handled. */
  FAULTS("Faults", COUNT, Dimension.FUNCTION),
  /** Messages and events that nobody can read. */
  UNREADABLE_MESSAGES("UnreadableMessages", COUNT, Dimension.FUNCTION),
  /** Requests that a replay asked again, by how they ended. */
  REPLAYED_REQUESTS("ReplayedRequests", COUNT, Dimension.REASON),
  /** Replays that stopped by themselves, since too little was answered. */
  REPLAYS_STOPPED("ReplaysStopped", COUNT, null),
  /** Requests that the sweep found past their deadline, and ended. */
  REQUESTS_OVERDUE("RequestsOverdue", COUNT, null),
  /**
   * How long the oldest pending request has been waiting; 0 if none is pending. It is the oldest of
   * those with the earliest deadline in each shard of the index, and so falls short of the truth
   * where an older request has the later deadline. Nobody waits for a replay: it is not counted.
   */
  OLDEST_PENDING_AGE("OldestPendingAge", SECONDS, null),
  /** How long the pending request of the earliest deadline is past it; 0 if none is. */
  OLDEST_OVERDUE_AGE("OldestOverdueAge", SECONDS, null);

  /** The CloudWatch namespace of all of them. */
  public static final String NAMESPACE = "LearningNavigator";

  private final String wireName;
  private final Unit unit;
  private final @Nullable Dimension dimension;

  Metric(String wireName, Unit unit, @Nullable Dimension dimension) {
    this.wireName = wireName;
    this.unit = unit;
    this.dimension = dimension;
  }

  /** The name that CloudWatch knows. */
  public String wireName() {
    return wireName;
  }

  public Unit unit() {
    return unit;
  }

  /** What the metric is broken down by, beside its total. */
  public Optional<Dimension> dimension() {
    return Optional.ofNullable(dimension);
  }

  /**
   * The sets of dimension names that CloudWatch keeps the metric by; the empty one is its total.
   */
  public List<List<String>> dimensionSets() {
    return Stream.concat(
            Stream.of(List.<String>of()), dimension().map(d -> List.of(d.wireName())).stream())
        .toList();
  }
}
