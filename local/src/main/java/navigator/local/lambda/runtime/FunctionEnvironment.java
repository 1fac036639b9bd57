package navigator.local.lambda.runtime;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import navigator.local.Credentials;
import navigator.local.topology.LambdaFunction;

/**
 * The environment variables of a function's processes: those that Lambda sets and those of the
 * template, nothing of the machine's own.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime">Defined
 *     runtime environment variables</a>
 */
final class FunctionEnvironment {
  private FunctionEnvironment() {}

  /**
   * The variables of one process.
   *
   * @param runtimeApi host and port
   * @param gateway where its AWS clients send their calls
   */
  static Map<String, String> of(
      LambdaFunction function,
      FunctionArchive archive,
      Credentials credentials,
      URI runtimeApi,
      URI gateway,
      String environmentId) {
    var variables = new HashMap<>(function.environment());
    variables.putAll(identity(function, environmentId));
    variables.putAll(machine(archive));
    variables.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    variables.put("AWS_SESSION_TOKEN", credentials.sessionToken());
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi.getAuthority());
    variables.put("AWS_ENDPOINT_URL", gateway.toString());
    return Map.copyOf(variables);
  }

  private static Map<String, String> identity(LambdaFunction function, String environmentId) {
    var variables = new HashMap<String, String>();
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", FunctionVersion.of(function));
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization(function));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put(
        "AWS_LAMBDA_LOG_STREAM_NAME", "[" + FunctionVersion.of(function) + "]" + environmentId);
    variables.put("_HANDLER", function.handler());
    variables.put("AWS_REGION", region(function));
    variables.put("AWS_DEFAULT_REGION", region(function));
    return variables;
  }

  private static Map<String, String> machine(FunctionArchive archive) {
    return Map.of(
        "AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature(),
        "LAMBDA_TASK_ROOT", archive.taskRoot().toString(),
        "LAMBDA_RUNTIME_DIR", "/var/runtime",
        "PATH", "/usr/local/bin:/usr/bin:/bin",
        "LANG", "en_US.UTF-8",
        "TZ", ":UTC");
  }

  private static String initialization(LambdaFunction function) {
    return function.snapStart() ? "snap-start" : "on-demand";
  }

  // arn:partition:lambda:region:account:function:name
  private static String region(LambdaFunction function) {
    return function.arn().split(":", -1)[3];
  }
}
