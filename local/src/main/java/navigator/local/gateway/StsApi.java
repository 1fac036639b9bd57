package navigator.local.gateway;

import java.util.List;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/** STS's requests: {@code GetCallerIdentity} alone, which everybody may call. */
final class StsApi implements ServiceApi {

  @Override
  public Reading read(Call call) {
    var operation = QueryProtocol.operation(call);
    return operation.equals("GetCallerIdentity")
        ? new Reading.Understood(operation, List.of())
        : new Reading.Unsupported(operation);
  }

  @Override
  public Reply error(int status, String code, String message) {
    return CallerIdentities.PROTOCOL.error(status, code, message);
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
