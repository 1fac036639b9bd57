package navigator.local.stack;

import navigator.local.gateway.AwsService;
import navigator.local.gateway.Upstream;
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

  /** The service with this listener before it; one that wants the answers too has its own way. */
  default Upstream before(AwsService service, Upstream upstream) {
    return (call, operation, caller) -> {
      passing(service, operation, call);
      return upstream.send(call, operation, caller);
    };
  }
}
