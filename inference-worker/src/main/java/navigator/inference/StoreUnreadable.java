package navigator.inference;

/** Keeps a message that names no request, so that it is not lost. */
@FunctionalInterface
public interface StoreUnreadable {

  /** Stores the message's id, a part of its body and its hash; a second time is harmless. */
  void store(Delivery delivery);
}
