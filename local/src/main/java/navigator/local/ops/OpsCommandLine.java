package navigator.local.ops;

import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import navigator.local.Credentials;
import navigator.local.stack.LocalStack;
import navigator.local.topology.Topology;

/**
 * The operator's commands for a stack, each a process of its own that is told of the stack as it
 * would be of one on AWS: by its name, with the SDK's ordinary credentials and endpoint variable.
 *
 * @param gateway what answers their AWS calls
 * @param operator whose credentials they have
 */
public record OpsCommandLine(
    OpsProgram program, Topology topology, URI gateway, Credentials operator) {

  private static final File NOTHING = new File("/dev/null");

  /** The commands for a stack that runs here. */
  public static OpsCommandLine of(LocalStack stack, OpsProgram program) {
    return new OpsCommandLine(program, stack.topology(), stack.gatewayUrl(), stack.operator());
  }

  /** A command that was not started, with nothing to read from. */
  public ProcessBuilder of(List<String> arguments) {
    return process(program.command(), arguments);
  }

  /** The same, leaving the program's AOT cache behind. */
  public ProcessBuilder recording(List<String> arguments) {
    return process(program.recording(), arguments);
  }

  private ProcessBuilder process(List<String> java, List<String> arguments) {
    List<String> command = new ArrayList<>(java);
    command.addAll(arguments);
    command.addAll(List.of("--stack", topology.stack()));
    ProcessBuilder process = new ProcessBuilder(command);
    process.redirectInput(NOTHING);
    process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    process.environment().putAll(environment());
    return process;
  }

  /** The identity that the commands' records have. */
  public String actor() {
    return "arn:aws:iam::" + topology.account() + ":user/operator";
  }

  private Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", gateway.toString(),
        "AWS_REGION", topology.region(),
        "AWS_ACCESS_KEY_ID", operator.accessKeyId(),
        "AWS_SECRET_ACCESS_KEY", operator.secretAccessKey(),
        "AWS_SESSION_TOKEN", operator.sessionToken());
  }
}
