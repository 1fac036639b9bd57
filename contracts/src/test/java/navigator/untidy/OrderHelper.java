package navigator.untidy;

import java.time.Instant;
import java.util.logging.Logger;
import navigator.untidy.aws.Adapter;
import org.jspecify.annotations.Nullable;

/** Breaks every rule that a class can break. */
public final class OrderHelper {

  static @Nullable Instant last;

  private OrderHelper() {}

  /** Does what must not be done. */
  public static String order() {
    last = Instant.now();
    Logger.getGlobal().info("done");
    System.out.println(System.getenv("HOME"));
    return Adapter.class.getName();
  }
}
