package navigator.local.loopback;

/** What a server does with a request; called by many threads, each of them a virtual one. */
@FunctionalInterface
public interface Exchange {

  /**
   * Answers one request, and may block meanwhile.
   *
   * @throws InterruptedException if the server stops first, which then hangs up
   */
  Reply answer(Call call) throws InterruptedException;
}
