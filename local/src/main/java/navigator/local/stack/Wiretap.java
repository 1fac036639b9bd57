package navigator.local.stack;

import navigator.local.gateway.AwsService;
import navigator.local.loopback.Call;

/** Sees the calls that the gateway let through, on their way to the service; by many threads. */
@FunctionalInterface
public interface Wiretap {

  /** Nobody listens. */
  Wiretap NONE = (service, operation, call) -> {};

  /**
   * A call passes.
   *
   * @param operation as the service's API names it, such as {@code SendMessage}
   */
  void passing(AwsService service, String operation, Call call);
}
