package navigator.local.gateway;

import java.util.List;
import navigator.local.iam.Permission;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/** CloudFormation's requests: {@code DescribeStacks} of one stack alone. */
final class CloudFormationApi implements ServiceApi {

  private final ResourceNames names;

  CloudFormationApi(ResourceNames names) {
    this.names = names;
  }

  @Override
  public Reading read(Call call) {
    var operation = QueryProtocol.operation(call);
    var stack = QueryProtocol.fields(call).getOrDefault("StackName", "");
    return operation.equals("DescribeStacks") && !stack.isEmpty()
        ? new Reading.Understood(
            operation, List.of(new Permission("cloudformation:DescribeStacks", names.stack(stack))))
        : new Reading.Unsupported(operation);
  }

  @Override
  public Reply error(int status, String code, String message) {
    return StackDescriptions.PROTOCOL.error(status, code, message);
  }

  @Override
  public Reply unknownKey() {
    return error(
        403, "InvalidClientTokenId", "The security token included in the request is invalid.");
  }

  @Override
  public Reply denied(String message) {
    return error(403, "AccessDenied", message);
  }
}
