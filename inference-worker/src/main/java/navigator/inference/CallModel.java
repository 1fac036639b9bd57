package navigator.inference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.ErrorCode;
import navigator.contracts.log.StateChange;
import navigator.contracts.metric.Deferral;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.metric.UnobservedCall;
import navigator.contracts.queue.ChatRequest;
import navigator.inference.quota.NoisyNeighbors;
import navigator.inference.quota.Priority;
import navigator.inference.quota.Throttle;

/**
 * Calls the models until there is an answer, until it is certain that there is none, or until the
 * next attempt belongs to a later delivery. Safe for use by many threads.
 */
public final class CallModel implements ConcludeRequest {

  private static final RequestLog LOG = new RequestLog(CallModel.class);

  private static final MetricLog METRICS = MetricLog.of(CallModel.class);

  private final ModelChain models;
  private final CallPolicy policy;
  private final Pause pause;
  private final InstantSource clock;
  private final NoisyNeighbors neighbors = new NoisyNeighbors();

  public CallModel(ModelChain models, CallPolicy policy, Pause pause, InstantSource clock) {
    this.models = models;
    this.policy = policy;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Where the attempts lead.
   *
   * @param past what the request has behind it
   * @param receiveCount of this delivery, from 1: a model that is not ready is waited for the
   *     longer for it
   */
  @Override
  public Conclusion conclude(
      ChatRequest request, Prompt prompt, Progress past, int receiveCount, Invocation invocation) {
    return new Attempts(request, prompt, past, receiveCount, invocation).conclude();
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

  // Nobody waits for a replay: live requests go first. And nobody lets others go first for ever.
  private Priority priority(ChatRequest request, int receiveCount) {
    if (request.generation() > 0) {
      neighbors.replayDelivered();
      return Priority.LOWEST;
    }
    Priority priority = neighbors.delivered(request.userId(), receiveCount);
    Duration time = Duration.between(request.acceptedAt(), request.deadlineAt());
    Instant half = request.deadlineAt().minus(time.dividedBy(2));
    return clock.instant().isBefore(half) ? priority : Priority.NORMAL;
  }

  // As many calls were made as may be, and nothing that would have ended the request was stored.
  private static ErrorCode unstored(Progress past) {
    ErrorCode last = past.lastFault();
    return last == null || last == ErrorCode.THROTTLED ? ErrorCode.INTERNAL : last;
  }

  // Others may be allowed, or there, where this one is not.
  private static boolean concernsTheModel(ErrorCode code) {
    return code == ErrorCode.ACCESS_DENIED || code == ErrorCode.MODEL_UNAVAILABLE;
  }

  /** The attempts of one delivery. */
  private final class Attempts {

    private final ChatRequest request;
    private final Prompt prompt;
    private final Progress past;
    private final int receiveCount;
    private final Invocation invocation;
    private final Waiting waiting;
    private final Priority priority;
    private final Set<PacedModel> refused = new HashSet<>();
    private Progress progress;
    private boolean probedInVain;

    Attempts(
        ChatRequest request,
        Prompt prompt,
        Progress past,
        int receiveCount,
        Invocation invocation) {
      this.request = request;
      this.prompt = prompt;
      this.past = past;
      this.receiveCount = receiveCount;
      this.invocation = invocation;
      this.waiting =
          new Waiting(invocation, request.deadlineAt(), policy.callBudget(), pause, clock);
      this.priority = priority(request, receiveCount);
      this.progress = past;
    }

    Conclusion conclude() {
      while (true) {
        Instant now = clock.instant();
        if (!now.isBefore(request.deadlineAt())) {
          return overdue(progress);
        }
        if (past.attempts() >= policy.maxAttempts()) {
          return givenUp(unstored(past), "What the model's calls came to was not stored.", now);
        }
        if (!invocation.leaves(policy.callBudget(), clock.instant())) {
          return deferred(clock.instant());
        }
        Optional<Conclusion> conclusion =
            switch (models.turn(request, prompt, waiting, priority, refused)) {
              case PacedModel.Turn.Now turn -> after(turn, ask(turn), clock.instant());
              case PacedModel.Turn.Later later -> Optional.of(waitFor(later));
            };
        if (conclusion.isPresent()) {
          return conclusion.get();
        }
      }
    }

    private ModelResult ask(PacedModel.Turn.Now turn) {
      RequestFacts facts = RequestFacts.of(request);
      int attempt = progress.attempts() + 1;
      Instant start = clock.instant();
      LOG.info(StateChange.ASKED, facts).attempt(attempt).write();
      boolean anew = progress.attempts() == past.attempts();
      ModelResult result =
          turn.model().ask(request.role(), prompt, turn, timeout(turn, start), anew);
      Duration took = Duration.between(start, clock.instant());
      CallLine.of(LOG, facts, result).attempt(attempt).took(took).write();
      CallMetrics.count(facts.requestId(), result, took);
      return result;
    }

    // Others wait for what a probe finds out.
    private Duration timeout(PacedModel.Turn.Now turn, Instant now) {
      return turn.probes()
          ? policy.callTimeout()
          : policy.timeout(progress, now, invocation, request.deadlineAt());
    }

    // Empty: another attempt is to be made.
    private Optional<Conclusion> after(PacedModel.Turn.Now turn, ModelResult result, Instant now) {
      return switch (result) {
        case ModelResult.Answer answer ->
            Optional.of(new Conclusion.Answered(answer, progress.answered()));
        case ModelResult.Throttled throttled -> throttled(throttled.throttle(), now);
        case ModelResult.Permanent(ErrorCode code, String detail) -> {
          refused.add(turn.model());
          boolean goesOn = concernsTheModel(code) && !models.others(refused).isEmpty();
          progress = goesOn ? progress.probed(code, now) : progress.failed(code, now);
          yield goesOn ? Optional.empty() : Optional.of(givenUp(code, detail, now));
        }
        // An empty answer is the request's own: the model is there.
        case ModelResult.Transient(ErrorCode code, String detail, UnobservedCall _) ->
            turn.probes() && code != ErrorCode.EMPTY_RESPONSE
                ? probed(code, now)
                : failed(code, detail, now);
      };
    }

    // The governor says when to ask again; of a model that is not ready it knows nothing.
    private Optional<Conclusion> throttled(Throttle throttle, Instant now) {
      progress = progress.throttled(now);
      return throttle == Throttle.OTHER
          ? Optional.of(deferred(now.plus(policy.throttled().after(receiveCount))))
          : Optional.empty();
    }

    private Optional<Conclusion> probed(ErrorCode code, Instant now) {
      progress = progress.probed(code, now);
      probedInVain = true;
      return Optional.empty();
    }

    private Optional<Conclusion> failed(ErrorCode code, String detail, Instant now) {
      progress = progress.failed(code, now);
      if (progress.attempts() >= policy.maxAttempts()) {
        return Optional.of(givenUp(code, detail, now));
      }
      Instant next = now.plus(policy.failed().after(progress.attempts()));
      return waiting.until(next) ? Optional.empty() : Optional.of(deferred(next));
    }

    private Conclusion waitFor(PacedModel.Turn.Later later) {
      METRICS.deferred(request.requestId(), later.down() ? Deferral.DOWN : Deferral.QUOTA);
      if (!later.down()) {
        progress = progress.throttled(clock.instant());
      }
      return deferred(later.until());
    }

    private Conclusion givenUp(ErrorCode code, String detail, Instant now) {
      return new Conclusion.GivenUp(progress.failure(code, detail, now));
    }

    // Not past the deadline, so that it is met and told as such on time. After a probe that failed
    // others come first: it may have failed for its request's own sake.
    private Conclusion deferred(Instant until) {
      Instant deadline = request.deadlineAt();
      Instant back = probedInVain ? until.plus(policy.throttled().after(receiveCount)) : until;
      return new Conclusion.Deferred(back.isBefore(deadline) ? back : deadline, progress);
    }
  }
}
