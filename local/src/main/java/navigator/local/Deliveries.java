package navigator.local;

/** What lies between the queues and buses and the functions that they deliver to. */
@FunctionalInterface
public interface Deliveries {

  /** Every delivery arrives once and at once. */
  Deliveries DIRECT = functions -> functions;

  /** The way to the functions, which may lose, repeat and hold back what is sent over it. */
  FunctionInvoker to(FunctionInvoker functions);
}
