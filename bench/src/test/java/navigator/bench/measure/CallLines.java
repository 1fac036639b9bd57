package navigator.bench.measure;

import java.util.List;
import java.util.stream.IntStream;
import navigator.local.bedrock.QuotaEntry;

/** Calls of 100 quota tokens, written by hand. */
final class CallLines {

  private CallLines() {}

  static LoggedCall answered(String question, double at, double endedAt) {
    return new LoggedCall(question, at, QuotaEntry.Kind.ADMITTED, endedAt, 100, "end_turn");
  }

  static LoggedCall rejected(String question, double at) {
    return new LoggedCall(question, at, QuotaEntry.Kind.REJECTED, at, 0, "");
  }

  static LoggedCall failed(String question, double at) {
    return new LoggedCall(question, at, QuotaEntry.Kind.FAILED, at, 0, "");
  }

  /** Four, one every ten seconds, each answered after four. */
  static List<LoggedCall> ideal() {
    return every(10, 4);
  }

  static List<LoggedCall> every(double seconds, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> answered("q" + i, seconds * i, seconds * i + 4))
        .toList();
  }
}
