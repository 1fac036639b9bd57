package navigator.local.bedrock.quota;

/**
 * What a call asks of the quotas.
 *
 * @param need what must be free at its start
 * @param cost what it will have cost if nothing stops it
 * @param toFirstToken milliseconds until the first token is generated
 * @param toLastToken milliseconds until the last one is
 */
public record Demand(long need, long cost, long toFirstToken, long toLastToken) {}
