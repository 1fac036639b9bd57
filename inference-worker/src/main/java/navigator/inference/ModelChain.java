package navigator.inference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import navigator.contracts.queue.ChatRequest;
import navigator.inference.quota.Priority;

/**
 * The models that may answer, best first. Each but the first is asked only when those before it are
 * down, or cannot answer before the deadline. Safe for use by many threads.
 */
public final class ModelChain {

  private final List<PacedModel> models;
  private final Duration callTimeout;

  /**
   * A chain of at least one model.
   *
   * @param callTimeout how long a call may take
   */
  public ModelChain(List<PacedModel> models, Duration callTimeout) {
    this.models = List.copyOf(models);
    this.callTimeout = callTimeout;
  }

  /**
   * A turn of the best model that has one in time, or else when to come again.
   *
   * @param refused models that are not to be asked about this request; not all of them
   */
  PacedModel.Turn turn(
      ChatRequest request,
      Prompt prompt,
      Waiting waiting,
      Priority priority,
      Set<PacedModel> refused) {
    List<PacedModel.Turn.Later> laters = new ArrayList<>();
    List<PacedModel> asked = others(refused);
    // While there is another, one is waited for only as long as it could answer in time.
    Waiting inTime = waiting.noLongerThan(request.deadlineAt().minus(callTimeout));
    for (PacedModel model : asked) {
      Waiting wait = model.equals(asked.getLast()) ? waiting : inTime;
      switch (model.turn(request.role(), prompt, wait, priority)) {
        case PacedModel.Turn.Now now -> {
          return now;
        }
        case PacedModel.Turn.Later later -> laters.add(later);
      }
      if (answersInTime(laters.getLast(), request.deadlineAt())) {
        return laters.getLast();
      }
    }
    return laters.stream()
        .min(Comparator.comparing(PacedModel.Turn.Later::until))
        .orElseThrow(() -> new IllegalArgumentException("No model may be asked"));
  }

  /** The models but {@code refused}. */
  List<PacedModel> others(Set<PacedModel> refused) {
    return models.stream().filter(model -> !refused.contains(model)).toList();
  }

  private boolean answersInTime(PacedModel.Turn.Later later, Instant deadline) {
    return !later.down() && !later.until().plus(callTimeout).isAfter(deadline);
  }
}
