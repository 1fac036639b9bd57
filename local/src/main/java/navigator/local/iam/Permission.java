package navigator.local.iam;

/**
 * One action on one resource: what a call needs, or what was used.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource an ARN
 */
public record Permission(String action, String resource) {}
