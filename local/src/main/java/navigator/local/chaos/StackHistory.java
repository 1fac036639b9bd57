package navigator.local.chaos;

import java.util.List;
import navigator.local.bedrock.CallRecord;
import navigator.local.chaos.check.History;
import navigator.local.chaos.check.Operations;
import navigator.local.stack.LocalStack;

/** What a stack left behind, put together for the checker. */
public final class StackHistory {

  private StackHistory() {}

  /**
   * All of it.
   *
   * @param found in its table
   * @param ledger what its clients and operators were told
   * @param cuts the questions of model calls whose connection was cut, hashed
   * @param kills of its processes
   */
  public static History of(
      LocalStack stack,
      TableReading.Found found,
      Ledger ledger,
      List<String> cuts,
      List<History.Kill> kills) {
    return new History(
        ledger.accepted(),
        found.requests(),
        found.outcomes(),
        found.replies(),
        left(stack),
        calls(stack),
        cuts,
        kills,
        ledger.deleted(),
        ledger.told(),
        ledger.breaches(),
        operations(found.operations(), ledger));
  }

  private static Operations operations(Operations found, Ledger ledger) {
    return new Operations(
        found.letters(), found.replays(), found.entries(), found.audit(), ledger.commands());
  }

  private static List<History.ModelCall> calls(LocalStack stack) {
    return stack.emulator().map(emulator -> emulator.calls().records()).orElse(List.of()).stream()
        .map(StackHistory::call)
        .toList();
  }

  private static List<History.Left> left(LocalStack stack) {
    try (var queues = new QueueReading(stack)) {
      return queues.read();
    }
  }

  private static History.ModelCall call(CallRecord call) {
    return new History.ModelCall(
        call.questionHash(), call.receivedAt(), call.outcome(), call.outputTokens());
  }
}
