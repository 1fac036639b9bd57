package navigator.ops.aws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * A process that dies at one of its calls, before or after the call took effect; from then on
 * nothing that it does has any.
 */
final class Mortal {

  private final int lastCall;
  private final boolean takesEffect;
  private int calls;

  /**
   * A process that dies at that call.
   *
   * @param lastCall from 1
   * @param takesEffect whether that call does, although nobody gets its answer
   */
  Mortal(int lastCall, boolean takesEffect) {
    this.lastCall = lastCall;
    this.takesEffect = takesEffect;
  }

  <T> T client(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              calls++;
              if (calls > lastCall || (calls == lastCall && !takesEffect)) {
                throw new Killed();
              }
              try {
                Object answer = method.invoke(real, arguments);
                if (calls == lastCall) {
                  throw new Killed();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  boolean died() {
    return calls >= lastCall;
  }

  /** The end of a process. */
  static final class Killed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Killed() {
      super("Killed");
    }
  }
}
