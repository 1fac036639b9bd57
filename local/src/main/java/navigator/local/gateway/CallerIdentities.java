package navigator.local.gateway;

import static navigator.local.gateway.QueryProtocol.element;

import navigator.local.iam.Principal;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/**
 * STS as far as it tells callers who they are.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
public final class CallerIdentities implements Upstream {

  static final QueryProtocol PROTOCOL =
      new QueryProtocol("https://sts.amazonaws.com/doc/2011-06-15/");

  private final String account;

  public CallerIdentities(String account) {
    this.account = account;
  }

  @Override
  public Reply send(Call call, String operation, Principal caller) {
    return PROTOCOL.reply(
        operation,
        element("Arn", caller.arn())
            + element("UserId", caller.name())
            + element("Account", account));
  }
}
