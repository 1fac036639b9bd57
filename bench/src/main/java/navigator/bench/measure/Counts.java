package navigator.bench.measure;

/**
 * What queues and tables counted.
 *
 * @param answered stored answers, one a request
 * @param deadLetters messages in the dead-letter queue
 * @param receives messages that were handed to workers, as often as they were
 * @param quotaWrites writes on the quota's item, refused ones included
 * @param faults deliveries that failed for a reason that has nothing to do with the model
 */
public record Counts(int answered, int deadLetters, int receives, int quotaWrites, int faults) {}
