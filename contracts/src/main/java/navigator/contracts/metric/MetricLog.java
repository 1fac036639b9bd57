package navigator.contracts.metric;

import java.time.Duration;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Usage;
import navigator.contracts.table.EntryState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes metrics as log lines, each at once, for CloudWatch to extract: what a process counted
 * before it was killed is not lost with it. There is one method for each thing that happens, and
 * none has room for the text that people wrote. Safe for use by many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Specification:
 *     Embedded metric format</a>
 */
public final class MetricLog {

  private final Logger logger;

  private MetricLog(Logger logger) {
    this.logger = logger;
  }

  /** The metrics of the class that sees things happen. */
  public static MetricLog of(Class<?> witness) {
    return new MetricLog(LoggerFactory.getLogger(witness));
  }

  /** A request was promised to its client. */
  public void accepted(RequestId request) {
    line(request).one(Metric.REQUESTS_ACCEPTED).write();
  }

  /** A request was refused at the door. It has no id that anybody could look for. */
  public void refused(Refusal reason) {
    line().one(Metric.REQUESTS_REFUSED).by(Dimension.REASON, reason.wireName()).write();
  }

  /** A request has its answer, where its client sees it. */
  public void answered(RequestId request) {
    line(request).one(Metric.ANSWERS).write();
  }

  /** A request has the fallback reply, where its client sees it. */
  public void fellBack(RequestId request, ErrorCode code) {
    line(request).one(Metric.FALLBACKS).by(Dimension.CODE, code.wireName()).write();
  }

  /** A request was given up to the dead-letter queue. */
  public void deadLettered(RequestId request, ErrorCode code) {
    line(request).one(Metric.DEAD_LETTERS).by(Dimension.CODE, code.wireName()).write();
  }

  /** A model call gave an answer. */
  public void called(RequestId request, Duration took, Usage usage) {
    call(request, took)
        .with(Metric.INPUT_TOKENS, usage.inputTokens())
        .with(Metric.OUTPUT_TOKENS, usage.outputTokens())
        .with(Metric.CACHE_READ_TOKENS, usage.cacheReadTokens())
        .with(Metric.CACHE_WRITE_TOKENS, usage.cacheWriteTokens())
        .write();
  }

  /** A model call was not admitted; its time says nothing about the model. */
  public void throttled(RequestId request) {
    line(request).one(Metric.MODEL_CALLS).one(Metric.THROTTLES).write();
  }

  /** A request waits in the queue for its turn of the model. */
  public void deferred(RequestId request, Deferral reason) {
    line(request).one(Metric.DEFERRALS).by(Dimension.REASON, reason.wireName()).write();
  }

  /** A model call gave no answer. */
  public void failed(RequestId request, Duration took, ErrorCode code) {
    call(request, took).one(Metric.MODEL_FAULTS).by(Dimension.CODE, code.wireName()).write();
  }

  /** Nobody knows what became of a model call. */
  public void unobserved(RequestId request, UnobservedCall reason) {
    line(request).one(Metric.UNOBSERVED_CALLS).by(Dimension.REASON, reason.wireName()).write();
  }

  /** An answer was bought that nobody waits for any more. */
  public void discarded(RequestId request, Usage usage) {
    long tokens =
        (long) usage.inputTokens()
            + usage.outputTokens()
            + usage.cacheReadTokens()
            + usage.cacheWriteTokens();
    line(request).one(Metric.DISCARDED_ANSWERS).with(Metric.DISCARDED_TOKENS, tokens).write();
  }

  /** A function met a fault of ours. */
  public void faulted(FunctionName function) {
    line().one(Metric.FAULTS).by(Dimension.FUNCTION, function.physicalName()).write();
  }

  /** A function met a message or an event that nobody can read. */
  public void unreadable(FunctionName function) {
    line().one(Metric.UNREADABLE_MESSAGES).by(Dimension.FUNCTION, function.physicalName()).write();
  }

  /** So many requests that a replay asked again have ended, or were left out. */
  public void replayed(EntryState end, long count) {
    line().with(Metric.REPLAYED_REQUESTS, count).by(Dimension.REASON, end.wireName()).write();
  }

  /** A replay stopped by itself. */
  public void replayStopped() {
    line().one(Metric.REPLAYS_STOPPED).write();
  }

  /** The sweep ended a request that was past its deadline. */
  public void overdue(RequestId request) {
    line(request).one(Metric.REQUESTS_OVERDUE).write();
  }

  /**
   * What a sweep found, to be told by every one of them: an alarm takes silence for trouble.
   *
   * @param pending how long the oldest pending request has been waiting; zero if there is none
   * @param overdue how long the pending request of the earliest deadline is past it; zero if none
   */
  public void oldest(Duration pending, Duration overdue) {
    line()
        .with(Metric.OLDEST_PENDING_AGE, pending.toSeconds())
        .with(Metric.OLDEST_OVERDUE_AGE, overdue.toSeconds())
        .write();
  }

  private MetricLine call(RequestId request, Duration took) {
    return line(request)
        .one(Metric.MODEL_CALLS)
        .with(Metric.THROTTLES, 0)
        .with(Metric.MODEL_CALL_LATENCY, took.toMillis());
  }

  private MetricLine line(RequestId request) {
    return line().about(request);
  }

  private MetricLine line() {
    return new MetricLine(logger);
  }
}
