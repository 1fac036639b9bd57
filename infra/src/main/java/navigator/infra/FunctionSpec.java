package navigator.infra;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What distinguishes one function of the pipeline from the others.
 *
 * @param name the last part of its physical name
 * @param handler its class, in the archive
 * @param memoryMegabytes which also buys processor time: a full core at 1769
 * @param timeout whole seconds
 * @param environment its configuration
 * @param allowed what its role may do, beside writing its own log
 * @param reservedConcurrency the most environments at once; empty: unreserved
 */
record FunctionSpec(
    String name,
    Archive archive,
    String handler,
    int memoryMegabytes,
    Duration timeout,
    SortedMap<String, String> environment,
    List<PolicyStatement> allowed,
    OptionalInt reservedConcurrency) {

  /** Of a function that a client waits for, where processor time is latency. */
  static final int INTERACTIVE_MEGABYTES = 1024;

  /** Of a function that itself waits, most of the time it is paid for. */
  static final int WAITING_MEGABYTES = 512;

  /** Of a function that nobody waits for. */
  static final int BACKGROUND_MEGABYTES = 512;

  FunctionSpec {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    allowed = List.copyOf(allowed);
  }

  FunctionSpec(
      String name,
      Archive archive,
      String handler,
      int memoryMegabytes,
      Duration timeout,
      Map<String, String> environment,
      List<PolicyStatement> allowed) {
    this(
        name,
        archive,
        handler,
        memoryMegabytes,
        timeout,
        new TreeMap<>(environment),
        allowed,
        OptionalInt.empty());
  }

  String physicalName() {
    return "learning-navigator-" + name;
  }
}
