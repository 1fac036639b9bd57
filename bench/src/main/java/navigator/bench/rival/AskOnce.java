package navigator.bench.rival;

import java.time.Duration;
import java.time.InstantSource;
import navigator.contracts.queue.ChatRequest;
import navigator.inference.AskModel;
import navigator.inference.BackOff;
import navigator.inference.ConcludeRequest;
import navigator.inference.Conclusion;
import navigator.inference.Invocation;
import navigator.inference.ModelResult;
import navigator.inference.Progress;
import navigator.inference.Prompt;

/**
 * Asks once in a delivery, however often the client repeats that; without an answer the delivery
 * goes back, and nothing is ever given up here.
 *
 * @param maxTokens the most output tokens
 * @param timeout how long the client may take, its repetitions included
 * @param returned the wait after so many receives
 */
record AskOnce(
    AskModel model, int maxTokens, Duration timeout, BackOff returned, InstantSource clock)
    implements ConcludeRequest {

  @Override
  public Conclusion conclude(
      ChatRequest request, Prompt prompt, Progress past, int receiveCount, Invocation invocation) {
    return switch (model.ask(prompt, maxTokens, timeout)) {
      case ModelResult.Answer answer -> new Conclusion.Answered(answer, oneMore(past));
      case ModelResult.Throttled _, ModelResult.Transient _, ModelResult.Permanent _ ->
          new Conclusion.Deferred(clock.instant().plus(returned.after(receiveCount)), past);
    };
  }

  private static Progress oneMore(Progress past) {
    return new Progress(
        past.attempts() + 1, past.firstFailureAt(), past.lastFailureAt(), past.lastFault());
  }
}
