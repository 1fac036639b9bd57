package navigator.inference;

import navigator.contracts.log.StateChange;
import navigator.contracts.log.StateLog;

/** The state log with every line's request, generation and trace filled in. */
final class RequestLog {

  private final StateLog log;

  RequestLog(Class<?> changer) {
    this.log = StateLog.of(changer);
  }

  StateLog.Line info(StateChange change, RequestFacts request) {
    return with(log.info(change, request.requestId()), request);
  }

  StateLog.Line warn(StateChange change, RequestFacts request) {
    return with(log.warn(change, request.requestId()), request);
  }

  private static StateLog.Line with(StateLog.Line line, RequestFacts request) {
    return line.conversation(request.conversationId())
        .generation(request.generation())
        .trace(request.traceparent());
  }
}
