package navigator.local.gateway;

import static navigator.local.gateway.QueryProtocol.element;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import navigator.local.iam.Principal;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import navigator.local.topology.Topology;

/**
 * CloudFormation as far as it tells the outputs of the one stack that runs here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html">DescribeStacks</a>
 */
public final class StackDescriptions implements Upstream {

  static final QueryProtocol PROTOCOL =
      new QueryProtocol("http://cloudformation.amazonaws.com/doc/2010-05-15/");

  private final Topology topology;
  private final Map<String, String> outputs;
  private final Instant createdAt;

  /**
   * The stack of a topology.
   *
   * @param others outputs that the topology does not know
   */
  public StackDescriptions(Topology topology, Map<String, String> others, Instant createdAt) {
    this.topology = topology;
    this.outputs = new TreeMap<>(topology.outputs());
    this.outputs.putAll(others);
    this.createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public Reply send(Call call, String operation, Principal caller) {
    var name = QueryProtocol.fields(call).getOrDefault("StackName", "");
    return name.equals(topology.stack()) || name.equals(topology.stackId())
        ? PROTOCOL.reply(operation, description())
        : PROTOCOL.error(400, "ValidationError", "Stack with id " + name + " does not exist");
  }

  private String description() {
    return "<Stacks><member>"
        + element("StackId", topology.stackId())
        + element("StackName", topology.stack())
        + element("CreationTime", createdAt.toString())
        + element("StackStatus", "CREATE_COMPLETE")
        + "<Outputs>"
        + outputs.entrySet().stream()
            .map(
                output ->
                    "<member>"
                        + element("OutputKey", output.getKey())
                        + element("OutputValue", output.getValue())
                        + "</member>")
            .collect(Collectors.joining())
        + "</Outputs></member></Stacks>";
  }
}
