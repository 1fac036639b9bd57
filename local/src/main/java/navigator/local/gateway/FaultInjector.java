package navigator.local.gateway;

import navigator.local.loopback.Call;

/** Decides what goes wrong with each call that is allowed; called by many threads. */
@FunctionalInterface
public interface FaultInjector {

  /** Lets every call pass. */
  FaultInjector NONE = access -> new Fault.None();

  /** Asked once for each allowed call, before the service sees it. */
  Fault fault(Access access);

  /** The same with the call itself, for who needs to know what it is about. */
  default Fault fault(Access access, Call call) {
    return fault(access);
  }
}
