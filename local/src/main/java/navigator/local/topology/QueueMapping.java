package navigator.local.topology;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * An event source mapping from a queue to a function, {@code AWS::Lambda::EventSourceMapping}.
 *
 * @param batchSize the most messages an invocation gets
 * @param batchingWindow how long to wait for a full batch; always zero for FIFO queues
 * @param maximumConcurrency the most invocations at once, from 2; empty: the function's own limit
 * @param reportBatchItemFailures whether the answer names the messages that failed
 */
public record QueueMapping(
    String functionArn,
    String queueArn,
    int batchSize,
    Duration batchingWindow,
    OptionalInt maximumConcurrency,
    boolean reportBatchItemFailures) {}
