package navigator.local.chaos.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.local.chaos.check.History.Kill;
import navigator.local.chaos.check.History.ModelCall;
import navigator.local.chaos.check.History.Stored;
import navigator.local.chaos.check.Operations.Failure;

/** Which fallbacks the call log, the kills and the deadlines explain. */
final class Reasons {

  // Three claims that were never released make a crashed request.
  private static final int CRASHES = 3;

  private static final int MOST_CALLS = 5;

  private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(30);

  private static final Map<String, Set<String>> CALLS_BEHIND =
      Map.of(
          "access_denied", Set.of("AccessDeniedException"),
          "invalid_request", Set.of("ValidationException"),
          "content_filtered", Set.of("content_filtered", "guardrail_intervened"),
          "model_timeout", Set.of("ModelTimeoutException", "end_turn", "max_tokens"));

  // Both are 429.
  private static final Set<String> THROTTLES =
      Set.of("ThrottlingException", "ModelNotReadyException");

  private static final Set<String> UNAVAILABLE =
      Set.of(
          "ModelErrorException",
          "ResourceNotFoundException",
          "InternalServerException",
          "ServiceUnavailableException",
          "ModelTimeoutException");

  private final Map<String, List<ModelCall>> calls;
  private final Set<String> cuts;
  private final List<Kill> kills;
  private final List<ModelCall> throttled;

  Reasons(History history) {
    calls = history.calls().stream().collect(Collectors.groupingBy(ModelCall::questionHash));
    cuts = Set.copyOf(history.cuts());
    kills = history.kills();
    throttled =
        history.calls().stream().filter(call -> THROTTLES.contains(call.outcome())).toList();
  }

  /**
   * Whether each failure of a request is explained by what happened since the one before.
   *
   * @param failures as its dead letter has them; empty if there is none
   */
  boolean explain(Stored request, List<Failure> failures) {
    Instant from = request.createdAt();
    for (int i = 0; i < failures.size() - 1; i++) {
      Failure failure = failures.get(i);
      if (!explain(request, earlier(from, failure))) {
        return false;
      }
      from = failure.at();
    }
    return explain(request, latest(from, request));
  }

  /** A generation of a request, from when it can have been asked to its end. */
  private record Attempted(String code, Instant from, Instant end, boolean isPastDeadline) {

    boolean holds(Instant at) {
      return !at.isBefore(from) && !at.isAfter(end);
    }
  }

  // Its deadline is not kept; none is shorter than that.
  private static Attempted earlier(Instant from, Failure failure) {
    boolean late = !failure.at().isBefore(from.plus(SHORTEST_DEADLINE));
    return new Attempted(failure.code(), from, failure.at(), late);
  }

  private static Attempted latest(Instant from, Stored request) {
    Instant end = request.endedAt().orElse(Instant.MAX);
    boolean late = request.endedAt().filter(at -> !at.isBefore(request.deadlineAt())).isPresent();
    return new Attempted(request.errorCode(), from, end, late);
  }

  private boolean explain(Stored request, Attempted attempted) {
    var code = attempted.code();
    return switch (code) {
      case "deadline_exceeded" -> attempted.isPastDeadline();
      // Who never had a turn met no throttle itself.
      case "throttled" -> attempted.isPastDeadline() && isThrottledBefore(attempted.end());
      case "crashed" ->
          kills.stream().filter(kill -> attempted.holds(kill.at())).count() >= CRASHES;
      // As many calls as may be were made, and what they came to was not stored.
      case "internal" ->
          calls(request, attempted).filter(call -> !THROTTLES.contains(call.outcome())).count()
                  >= MOST_CALLS
              || cuts.contains(request.questionHash());
      case "empty_response" -> calls(request, attempted).anyMatch(call -> call.outputTokens() == 0);
      case "model_unavailable" ->
          met(request, attempted, UNAVAILABLE) || cuts.contains(request.questionHash());
      default -> met(request, attempted, CALLS_BEHIND.getOrDefault(code, Set.of()));
    };
  }

  private boolean isThrottledBefore(Instant end) {
    return throttled.stream().anyMatch(call -> call.receivedAt().isBefore(end));
  }

  private boolean met(Stored request, Attempted attempted, Set<String> outcomes) {
    return calls(request, attempted).anyMatch(call -> outcomes.contains(call.outcome()));
  }

  private Stream<ModelCall> calls(Stored request, Attempted attempted) {
    return calls.getOrDefault(request.questionHash(), List.of()).stream()
        .filter(call -> attempted.holds(call.receivedAt()));
  }
}
