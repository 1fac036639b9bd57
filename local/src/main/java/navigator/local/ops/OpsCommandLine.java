package navigator.local.ops;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import navigator.local.stack.LocalStack;

/**
 * The operator's commands for a stack, each a process of its own that is told of the stack as it
 * would be of one on AWS: by its name, with the SDK's ordinary credentials and endpoint variable.
 *
 * @param classPath of the operator's commands
 */
public record OpsCommandLine(LocalStack stack, String classPath) {

  private static final String MAIN = "navigator.ops.command.Ops";
  private static final File NOTHING = new File("/dev/null");

  /** A command that was not started, with nothing to read from. */
  public ProcessBuilder of(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classPath, MAIN));
    command.addAll(arguments);
    command.addAll(List.of("--stack", stack.topology().stack()));
    ProcessBuilder process = new ProcessBuilder(command);
    process.redirectInput(NOTHING);
    process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    process.environment().putAll(environment());
    return process;
  }

  /** The identity that the commands' records have. */
  public String actor() {
    return "arn:aws:iam::" + stack.topology().account() + ":user/operator";
  }

  private Map<String, String> environment() {
    var operator = stack.operator();
    return Map.of(
        "AWS_ENDPOINT_URL", stack.gatewayUrl().toString(),
        "AWS_REGION", stack.topology().region(),
        "AWS_ACCESS_KEY_ID", operator.accessKeyId(),
        "AWS_SECRET_ACCESS_KEY", operator.secretAccessKey(),
        "AWS_SESSION_TOKEN", operator.sessionToken());
  }
}
