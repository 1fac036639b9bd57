package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.util.Map;
import navigator.contracts.ErrorCode;
import navigator.contracts.Role;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.Failure;
import navigator.contracts.reply.FallbackReply;
import navigator.inference.Samples;
import navigator.inference.aws.ScriptedAws.Answer;
import org.junit.jupiter.api.Test;

class OutcomeBusContractTest {

  private static final Answer TAKEN =
      Answer.ok("{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}");
  private static final Answer REFUSED =
      Answer.ok(
          """
          {"FailedEntryCount":1,
           "Entries":[{"ErrorCode":"InternalFailure","ErrorMessage":"Try again"}]}
          """);

  @Test
  void putsTheEventOnTheBusWithItsSourceAndType() {
    try (ScriptedAws events = ScriptedAws.start(TAKEN)) {
      publish(events);

      assertThat(events.calls().getFirst().body())
          .contains(
              "\"EventBusName\":\"learning-navigator\"",
              "\"Source\":\"learning-navigator.inference\"",
              "\"DetailType\":\"ChatFellBack\"");
    }
  }

  @Test
  void aRefusedEntryIsAFailureAlthoughTheCallSucceeds() {
    try (ScriptedAws events = ScriptedAws.start(REFUSED)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> publish(events))
          .withMessageContaining("InternalFailure");
    }
  }

  @Test
  void aServerFaultIsTriedAgain() {
    Answer fault = new Answer(500, Map.of(), "{\"__type\":\"InternalException\"}");
    try (ScriptedAws events = ScriptedAws.start(fault, TAKEN)) {
      assertThatCode(() -> publish(events)).doesNotThrowAnyException();
      assertThat(events.calls()).hasSize(2);
    }
  }

  private static void publish(ScriptedAws events) {
    new OutcomeBus(TestClients.at(events.url()).events(), "learning-navigator").publish(event());
  }

  private static ChatFellBack event() {
    ChatRequest request = Samples.request();
    return new ChatFellBack(
        1,
        request.requestId(),
        request.conversationId(),
        request.userId(),
        request.role(),
        0,
        request.turn(),
        FallbackReply.of(Role.INSTRUCTOR),
        Samples.MODEL,
        new Failure(ErrorCode.INTERNAL, "It went wrong.", 1, Samples.ACCEPTED, Samples.ACCEPTED),
        Samples.ACCEPTED,
        request.traceparent());
  }
}
