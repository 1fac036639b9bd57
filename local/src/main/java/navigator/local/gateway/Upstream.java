package navigator.local.gateway;

import java.io.IOException;
import navigator.local.iam.Principal;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/** What answers the calls of one service that the gateway let through; called by many threads. */
@FunctionalInterface
public interface Upstream {

  /**
   * Answers one call, and may block meanwhile.
   *
   * @param operation as the service's API names it, such as {@code PutEvents}
   * @throws IOException if the service cannot be reached
   */
  Reply send(Call call, String operation, Principal caller)
      throws IOException, InterruptedException;
}
