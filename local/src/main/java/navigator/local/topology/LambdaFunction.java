package navigator.local.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A Lambda function, {@code AWS::Lambda::Function}.
 *
 * @param name its physical name
 * @param arn unqualified
 * @param handler {@code package.Class::method}
 * @param archive the zip in the cloud assembly that would be uploaded
 * @param memoryMegabytes from 128 to 10240
 * @param timeout how long one invocation may take
 * @param environment the variables that the template sets, resolved
 * @param role the role that its process acts in
 * @param reservedConcurrency the most environments at once; empty: unreserved
 * @param snapStart whether hooks run before a snapshot and after a restore
 * @param asyncInvokes what becomes of asynchronous invocations that fail
 */
public record LambdaFunction(
    String name,
    String arn,
    String handler,
    Path archive,
    int memoryMegabytes,
    Duration timeout,
    Map<String, String> environment,
    ExecutionRole role,
    OptionalInt reservedConcurrency,
    boolean snapStart,
    AsyncInvokes asyncInvokes) {

  public LambdaFunction {
    environment = Map.copyOf(environment);
  }

  /** The same with other values of the variables that it has. */
  LambdaFunction overriding(Map<String, String> variables) {
    var changed = new HashMap<>(environment);
    changed.replaceAll(variables::getOrDefault);
    return new LambdaFunction(
        name,
        arn,
        handler,
        archive,
        memoryMegabytes,
        timeout,
        changed,
        role,
        reservedConcurrency,
        snapStart,
        asyncInvokes);
  }
}
