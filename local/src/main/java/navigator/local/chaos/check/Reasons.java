package navigator.local.chaos.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.local.chaos.check.History.Kill;
import navigator.local.chaos.check.History.ModelCall;
import navigator.local.chaos.check.History.Stored;

/** Which fallbacks the call log, the kills and the deadlines explain. */
final class Reasons {

  // Three claims that were never released make a crashed request.
  private static final int CRASHES = 3;

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

  boolean explain(Stored request) {
    var code = request.errorCode();
    return switch (code) {
      case "deadline_exceeded" -> isPastDeadline(request);
      // Who never had a turn met no throttle itself.
      case "throttled" -> isPastDeadline(request) && isThrottledBefore(request.endedAt());
      case "crashed" -> killsDuring(request) >= CRASHES;
      case "empty_response" -> calls(request).stream().anyMatch(c -> c.outputTokens() == 0);
      case "model_unavailable" ->
          met(request, UNAVAILABLE) || cuts.contains(request.questionHash());
      default -> met(request, CALLS_BEHIND.getOrDefault(code, Set.of()));
    };
  }

  private boolean isThrottledBefore(Optional<Instant> end) {
    return throttled.stream().anyMatch(call -> call.receivedAt().isBefore(end.orElse(Instant.MAX)));
  }

  private boolean met(Stored request, Set<String> outcomes) {
    return calls(request).stream().anyMatch(call -> outcomes.contains(call.outcome()));
  }

  private List<ModelCall> calls(Stored request) {
    return calls.getOrDefault(request.questionHash(), List.of());
  }

  private static boolean isPastDeadline(Stored request) {
    return request.endedAt().filter(at -> !at.isBefore(request.deadlineAt())).isPresent();
  }

  private long killsDuring(Stored request) {
    var end = request.endedAt().orElse(Instant.MAX);
    return kills.stream()
        .filter(kill -> kill.at().isAfter(request.createdAt()) && kill.at().isBefore(end))
        .count();
  }
}
