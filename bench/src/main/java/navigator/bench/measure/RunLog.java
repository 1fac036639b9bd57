package navigator.bench.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import navigator.bench.load.Pace;
import navigator.local.bedrock.QuotaEntry;

/**
 * The calls of one profile, in the order in which they came.
 *
 * @param calls what became of each
 */
public record RunLog(List<LoggedCall> calls) {

  public RunLog {
    calls = List.copyOf(calls);
  }

  /**
   * Pairs what the emulator logged.
   *
   * @param zero when the load began
   * @param pace of the run's time
   */
  public static RunLog of(List<QuotaEntry> entries, Instant zero, Pace pace) {
    Map<String, QuotaEntry> settled = new HashMap<>();
    for (QuotaEntry entry : entries) {
      if (entry.kind() == QuotaEntry.Kind.SETTLED) {
        settled.put(entry.callId(), entry);
      }
    }
    List<LoggedCall> calls = new ArrayList<>();
    for (QuotaEntry entry : entries) {
      if (entry.kind() != QuotaEntry.Kind.SETTLED) {
        QuotaEntry end = settled.getOrDefault(entry.callId(), entry);
        calls.add(
            new LoggedCall(
                entry.questionHash(),
                pace.seconds(zero, entry.at()),
                entry.kind(),
                pace.seconds(zero, end.at()),
                end.settled(),
                end.kind() == QuotaEntry.Kind.SETTLED ? end.outcome() : ""));
      }
    }
    return new RunLog(calls);
  }

  /** Those that ran. */
  public List<LoggedCall> admitted() {
    return calls.stream().filter(LoggedCall::admitted).toList();
  }

  /** When the first call came at all; 0 if none did. */
  public double firstCall() {
    return calls.isEmpty() ? 0 : calls.getFirst().at();
  }

  /** When the last answer was there; 0 if there is none. */
  public double lastAnswer() {
    return calls.stream()
        .filter(LoggedCall::answered)
        .mapToDouble(LoggedCall::endedAt)
        .max()
        .orElse(0);
  }

  /** When each question's answer was begun, by the question; the first of them counts. */
  public Map<String, Double> begun() {
    return ofAnswers(LoggedCall::at);
  }

  /** When each question's answer was there, by the question; the first of them counts. */
  public Map<String, Double> ended() {
    return ofAnswers(LoggedCall::endedAt);
  }

  private Map<String, Double> ofAnswers(ToDoubleFunction<LoggedCall> time) {
    Map<String, Double> times = new HashMap<>();
    calls.stream()
        .filter(LoggedCall::answered)
        .forEach(call -> times.merge(call.question(), time.applyAsDouble(call), Math::min));
    return times;
  }
}
