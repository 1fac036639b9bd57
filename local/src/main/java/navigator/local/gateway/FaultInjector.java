package navigator.local.gateway;

/** Decides what goes wrong with each call that is allowed; called by many threads. */
@FunctionalInterface
public interface FaultInjector {

  /** Lets every call pass. */
  FaultInjector NONE = access -> new Fault.None();

  /** Asked once for each allowed call, before the service sees it. */
  Fault fault(Access access);
}
