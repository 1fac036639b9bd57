package navigator.local.bedrock;

import java.util.ArrayList;
import java.util.List;

/** Every call that the service answered, in the order of the answers; safe for many threads. */
public final class CallLog {
  private final List<CallRecord> records = new ArrayList<>();

  CallLog() {}

  synchronized void add(CallRecord call) {
    records.add(call);
  }

  /** The calls so far; later ones are not added to it. */
  public synchronized List<CallRecord> records() {
    return List.copyOf(records);
  }
}
