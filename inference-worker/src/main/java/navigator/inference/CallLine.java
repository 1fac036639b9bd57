package navigator.inference;

import navigator.contracts.log.StateChange;
import navigator.contracts.log.StateLog;

/** The log line of one model call. */
final class CallLine {

  private CallLine() {}

  static StateLog.Line of(RequestLog log, RequestFacts request, ModelResult result) {
    return switch (result) {
      case ModelResult.Answer answer ->
          log.info(StateChange.CALLED, request)
              .outcome("answered")
              .model(answer.model())
              .tokens(answer.usage());
      case ModelResult.Throttled _ -> log.info(StateChange.CALLED, request).outcome("throttled");
      case ModelResult.Transient failed ->
          log.warn(StateChange.CALLED, request).outcome("transient").code(failed.code());
      case ModelResult.Permanent failed ->
          log.warn(StateChange.CALLED, request).outcome("permanent").code(failed.code());
    };
  }
}
