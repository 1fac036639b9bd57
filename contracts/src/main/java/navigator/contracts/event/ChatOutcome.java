package navigator.contracts.event;

import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;

/** How one generation of a request ended, as the bus carries it in an event's detail. */
public sealed interface ChatOutcome permits ChatAnswered, ChatFellBack {

  RequestId requestId();

  ConversationId conversationId();

  String userId();

  int generation();

  Turn turn();

  /** What the person reads. */
  String reply();

  Traceparent traceparent();

  /** The event's detail type. */
  default String detailType() {
    return switch (this) {
      case ChatAnswered _ -> ChatEvents.CHAT_ANSWERED;
      case ChatFellBack _ -> ChatEvents.CHAT_FELL_BACK;
    };
  }
}
