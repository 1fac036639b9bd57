package navigator.local.gateway;

import java.util.List;
import navigator.local.iam.Permission;
import navigator.local.iam.Principal;

/**
 * One call that came to the gateway, as far as it was understood.
 *
 * @param operation as the service's API names it, such as {@code TransactWriteItems}
 * @param needed every action and resource that it takes to be allowed
 */
public record Access(
    Principal caller, AwsService service, String operation, List<Permission> needed) {

  public Access {
    needed = List.copyOf(needed);
  }

  /** Whether the caller is the function of this physical name. */
  public boolean by(String function) {
    return caller.function().filter(function::equals).isPresent();
  }
}
