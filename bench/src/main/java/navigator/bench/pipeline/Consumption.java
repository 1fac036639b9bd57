package navigator.bench.pipeline;

/**
 * What conversations took, as AWS counts it.
 *
 * @param conversations how many they were, above 0
 * @param apiCalls to the HTTP API
 * @param invocations of functions
 * @param gigabyteSeconds billed duration by memory
 * @param readUnits DynamoDB's request units
 * @param writeUnits the same
 * @param queueRequests to SQS
 * @param events published on a bus
 * @param logBytes ingested by CloudWatch
 * @param inputTokens of the model
 * @param outputTokens of the model
 */
record Consumption(
    int conversations,
    long apiCalls,
    long invocations,
    double gigabyteSeconds,
    double readUnits,
    double writeUnits,
    long queueRequests,
    long events,
    long logBytes,
    long inputTokens,
    long outputTokens) {

  Consumption {
    if (conversations < 1) {
      throw new IllegalArgumentException("no conversation took nothing");
    }
  }

  /** The same with other tokens of the model, in each conversation. */
  Consumption withTokens(long input, long output) {
    return new Consumption(
        conversations,
        apiCalls,
        invocations,
        gigabyteSeconds,
        readUnits,
        writeUnits,
        queueRequests,
        events,
        logBytes,
        conversations * input,
        conversations * output);
  }
}
