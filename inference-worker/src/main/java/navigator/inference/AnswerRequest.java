package navigator.inference;

import static navigator.contracts.log.StateChange.CLAIMED;
import static navigator.contracts.log.StateChange.DEFERRED;
import static navigator.contracts.log.StateChange.DROPPED;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.metric.UnobservedCall;
import navigator.contracts.queue.ChatRequest;

/**
 * Answers one request: the way of a delivery from its claim to its announced outcome, each stage a
 * collaborator. Safe for use by many threads.
 */
public final class AnswerRequest {

  private static final RequestLog LOG = new RequestLog(AnswerRequest.class);
  private static final MetricLog METRICS = MetricLog.of(AnswerRequest.class);

  private final ClaimRequest claims;
  private final ReleaseClaim releases;
  private final ReadHistory histories;
  private final SystemPrompts systemPrompts;
  private final ConcludeRequest calls;
  private final EndRequest ends;
  private final CallPolicy policy;
  private final InstantSource clock;

  /** A way with its stages in order. */
  public AnswerRequest(
      ClaimRequest claims,
      ReleaseClaim releases,
      ReadHistory histories,
      SystemPrompts systemPrompts,
      ConcludeRequest calls,
      EndRequest ends,
      CallPolicy policy,
      InstantSource clock) {
    this.claims = claims;
    this.releases = releases;
    this.histories = histories;
    this.systemPrompts = systemPrompts;
    this.calls = calls;
    this.ends = ends;
    this.policy = policy;
    this.clock = clock;
  }

  // The whole way in two places: the claim, and what it is for.
  Verdict answer(Delivery delivery, ChatRequest request, Invocation invocation) {
    RequestFacts facts = RequestFacts.of(request);
    if (!invocation.leaves(policy.callBudget(), clock.instant())) {
      return returned(facts, "out_of_time", clock.instant());
    }
    return switch (claims.claim(facts.requestId(), facts.generation())) {
      case Claim.Claimed claimed -> work(delivery, request, claimed, invocation);
      case Claim.Crashed crashed -> endCrashed(delivery, facts, crashed);
      case Claim.OutcomeStored(Outcome outcome) -> ends.announce(delivery, facts, outcome);
      case Claim.Held(Instant until) -> returned(facts, "held", until);
      case Claim.Superseded _ -> dropped(facts, "superseded");
      case Claim.Ended _ -> dropped(facts, "ended");
      case Claim.Unknown _ -> dropped(facts, "unknown");
    };
  }

  private Verdict work(
      Delivery delivery, ChatRequest request, Claim.Claimed claimed, Invocation invocation) {
    RequestFacts facts = RequestFacts.of(request);
    Progress progress = claimed.progress();
    try {
      countCrash(facts, claimed.foundCrash());
      LOG.info(CLAIMED, facts).attempt(progress.attempts() + 1).write();
      List<AnsweredTurn> history = histories.before(facts);
      Prompt prompt = Prompt.of(systemPrompts.of(request.role()), history, request.message());
      Conclusion conclusion =
          calls.conclude(request, prompt, progress, delivery.receiveCount(), invocation);
      progress = conclusion.progressed();
      return switch (conclusion) {
        case Conclusion.Answered answered -> ends.answered(delivery, facts, answered);
        case Conclusion.GivenUp gaveUp -> ends.failed(delivery, facts, gaveUp.failure());
        case Conclusion.Deferred(Instant until, Progress reached) -> {
          releases.release(facts.requestId(), claimed.owner(), reached, until);
          LOG.info(DEFERRED, facts)
              .attempt(reached.attempts())
              .outcome("deferred")
              .until(until)
              .write();
          yield new Verdict.Returned(until);
        }
      };
    } catch (RuntimeException e) {
      throw releasing(facts, claimed.owner(), progress, e);
    }
  }

  private Verdict endCrashed(Delivery delivery, RequestFacts facts, Claim.Crashed crashed) {
    try {
      countCrash(facts, crashed.foundCrash());
      return ends.crashed(delivery, facts, crashed.progress());
    } catch (RuntimeException e) {
      throw releasing(facts, crashed.owner(), crashed.progress(), e);
    }
  }

  private static void countCrash(RequestFacts request, boolean found) {
    if (found) {
      METRICS.unobserved(request.requestId(), UnobservedCall.CRASH);
    }
  }

  private static Verdict returned(RequestFacts request, String why, Instant until) {
    LOG.info(DEFERRED, request).outcome(why).until(until).write();
    return new Verdict.Returned(until);
  }

  private static Verdict dropped(RequestFacts request, String why) {
    LOG.info(DROPPED, request).outcome(why).write();
    return new Verdict.Finished();
  }

  // A lease that is left behind would be taken for a crash.
  private RuntimeException releasing(
      RequestFacts request, String owner, Progress progress, RuntimeException fault) {
    try {
      releases.release(request.requestId(), owner, progress, clock.instant());
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
    return fault;
  }
}
