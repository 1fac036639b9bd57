package navigator.bench.pipeline;

import java.util.Arrays;
import java.util.Locale;
import navigator.contracts.metric.FunctionName;

/** The functions on the way of a request that is answered. */
enum Way {
  SUBMIT(FunctionName.SUBMIT),
  INFERENCE(FunctionName.INFERENCE),
  OUTCOME(FunctionName.OUTCOME),
  STATUS(FunctionName.STATUS);

  private final FunctionName name;

  Way(FunctionName name) {
    this.name = name;
  }

  /** The physical name. */
  String function() {
    return name.physicalName();
  }

  /** The word that it is called by in results. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the function of this physical name is one of them. */
  static boolean has(String function) {
    return Arrays.stream(values()).anyMatch(each -> each.function().equals(function));
  }
}
