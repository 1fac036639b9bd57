package navigator.local.lambda.runtime;

/**
 * An execution environment as seen from outside.
 *
 * @param id by which it can be killed
 * @param pid of its process
 */
public record RunningEnvironment(String id, String functionName, long pid) {}
