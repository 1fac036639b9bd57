package navigator.ops;

/**
 * Who acts, and why, as it is written down.
 *
 * @param actor a caller's ARN, or the subject of a token
 * @param reason in the actor's own words
 */
public record Operator(String actor, String reason) {}
