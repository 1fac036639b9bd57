package navigator.inference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import navigator.contracts.ErrorCode;
import navigator.contracts.log.StateChange;
import navigator.contracts.metric.UnobservedCall;
import navigator.contracts.queue.ChatRequest;

/**
 * Calls the model until there is an answer, until it is certain that there is none, or until the
 * next attempt belongs to a later delivery. Safe for use by many threads.
 */
public final class CallModel implements ConcludeRequest {

  private static final RequestLog LOG = new RequestLog(CallModel.class);

  private final AskModel model;
  private final CallPolicy policy;
  private final Pause pause;
  private final InstantSource clock;

  public CallModel(AskModel model, CallPolicy policy, Pause pause, InstantSource clock) {
    this.model = model;
    this.policy = policy;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Where the attempts lead.
   *
   * @param past what the request has behind it
   * @param receiveCount of this delivery, from 1: throttled requests wait the longer for it
   */
  @Override
  public Conclusion conclude(
      ChatRequest request, Prompt prompt, Progress past, int receiveCount, Invocation invocation) {
    Progress progress = past;
    while (true) {
      if (!clock.instant().isBefore(request.deadlineAt())) {
        return overdue(progress);
      }
      if (!invocation.leaves(policy.callBudget(), clock.instant())) {
        return new Conclusion.Deferred(clock.instant(), progress);
      }
      ModelResult result = ask(request, prompt, progress);
      Instant now = clock.instant();
      switch (result) {
        case ModelResult.Answer answer -> {
          return new Conclusion.Answered(answer, progress.answered());
        }
        case ModelResult.Throttled _ -> {
          Duration wait = policy.throttled().after(receiveCount);
          return deferred(request, now.plus(wait), progress.throttled(now));
        }
        case ModelResult.Permanent(ErrorCode code, String detail) -> {
          return new Conclusion.GivenUp(progress.failed(code, now).failure(code, detail, now));
        }
        case ModelResult.Transient(ErrorCode code, String detail, UnobservedCall _) -> {
          progress = progress.failed(code, now);
          if (progress.attempts() >= policy.maxAttempts()) {
            return new Conclusion.GivenUp(progress.failure(code, detail, now));
          }
          Duration wait = policy.failed().after(progress.attempts());
          if (!waited(wait, now, invocation)) {
            return deferred(request, now.plus(wait), progress);
          }
        }
      }
    }
  }

  private ModelResult ask(ChatRequest request, Prompt prompt, Progress progress) {
    RequestFacts facts = RequestFacts.of(request);
    int attempt = progress.attempts() + 1;
    Instant start = clock.instant();
    LOG.info(StateChange.ASKED, facts).attempt(attempt).write();
    ModelResult result = model.ask(prompt);
    Duration took = Duration.between(start, clock.instant());
    CallLine.of(LOG, facts, result).attempt(attempt).took(took).write();
    CallMetrics.count(facts.requestId(), result, took);
    return result;
  }

  private Conclusion overdue(Progress progress) {
    Instant now = clock.instant();
    if (progress.lastFault() == ErrorCode.THROTTLED) {
      String detail = "The model's quota stayed exhausted until the deadline.";
      return new Conclusion.GivenUp(progress.failure(ErrorCode.THROTTLED, detail, now));
    }
    String detail = "The deadline passed before the model answered.";
    return new Conclusion.GivenUp(progress.failure(ErrorCode.DEADLINE_EXCEEDED, detail, now));
  }

  // Not past the deadline, so that it is met and told as such on time.
  private static Conclusion deferred(ChatRequest request, Instant until, Progress progress) {
    Instant deadline = request.deadlineAt();
    return new Conclusion.Deferred(until.isBefore(deadline) ? until : deadline, progress);
  }

  private boolean waited(Duration wait, Instant now, Invocation invocation) {
    if (!invocation.leaves(wait.plus(policy.callBudget()), now)
        || !invocation.waiting().tryTake(now, wait)) {
      return false;
    }
    try {
      pause.during(wait);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
