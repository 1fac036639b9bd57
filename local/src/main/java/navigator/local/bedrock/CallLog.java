package navigator.local.bedrock;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every call that the service answered, in the order of the answers; safe for many threads. */
public final class CallLog {
  private final List<CallRecord> records = new CopyOnWriteArrayList<>();

  CallLog() {}

  void add(CallRecord call) {
    records.add(call);
  }

  /** The calls so far; later ones are not added to it. */
  public List<CallRecord> records() {
    return List.copyOf(records);
  }
}
