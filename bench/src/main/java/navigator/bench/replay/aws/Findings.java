package navigator.bench.replay.aws;

/**
 * What is in the table and the queue after a replay, counted without the code that replays.
 *
 * @param answered requests that are completed, their letter resolved and their entry answered
 * @param lost requests that are not
 * @param sentAgain generations of a request that the queue delivered more than once
 * @param dropped deliveries that a claim refused
 * @param effectiveTwice requests that were worked on twice, or have more than one new generation,
 *     outcome, reply or entry
 * @param leftInQueue messages
 * @param faults deliveries that failed in the benchmark's own pipeline, and came again
 */
public record Findings(
    long answered,
    long lost,
    long sentAgain,
    long dropped,
    long effectiveTwice,
    long leftInQueue,
    long faults) {}
