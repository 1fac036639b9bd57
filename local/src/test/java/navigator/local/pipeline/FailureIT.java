package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.reply.FallbackReply;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PipelineExtension.class)
class FailureIT {

  private final Pipeline pipeline;
  private final ChatClient ada;

  FailureIT(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.ada = pipeline.user("ada", Role.INSTRUCTOR);
  }

  @Test
  void requestThatBedrockRefusesForGoodEndsInAFallbackReplyThatSaysSo() {
    String question = "Is this the question that is always refused?";
    pipeline.faults().always(question, new Fault.Refused(BedrockError.ACCESS_DENIED));

    var ended = ada.ended(ada.ask(question));

    assertThat(ended.text("status")).isEqualTo("fallback");
    assertThat(ended.text("message")).isEqualTo(FallbackReply.of(Role.INSTRUCTOR));
    assertThat(ended.body().path("fallback").path("reason").asText()).isEqualTo("access_denied");
    assertThat(ended.body().path("error").path("retryable").asBoolean()).isFalse();
    assertThat(
            pipeline
                .record()
                .steps(
                    ended.text("request_id"),
                    "request.dead_lettered",
                    "request.fell_back",
                    "outcome.persisted"))
        .containsSubsequence("outcome.stored", "request.dead_lettered")
        .containsSubsequence("outcome.stored", "request.fell_back")
        .containsSubsequence("outcome.stored", "outcome.persisted");
  }

  @Test
  void deadLetterKeepsTheOriginalAndTheReason() {
    String question = "Which question ends up among the dead letters?";
    pipeline.faults().always(question, new Fault.Refused(BedrockError.VALIDATION));

    var ended = ada.ended(ada.ask(question));

    var id = new RequestId(ended.text("request_id"));
    var deadLetter = new TableReader(pipeline).texts(Keys.deadLetter(id));
    assertThat(deadLetter).containsEntry(Attribute.STATE, DeadLetterState.PARKED.wireName());
    assertThat(deadLetter)
        .hasEntrySatisfying(Attribute.ORIGINAL, o -> assertThat(o).contains(question));
    assertThat(deadLetter).containsEntry(Attribute.ERROR_CODE, "invalid_request");
  }

  @Test
  void passingFaultIsRetriedAndCounted() {
    String question = "Does a passing fault keep me from an answer?";
    pipeline.faults().first(2, question, new Fault.Refused(BedrockError.SERVICE_UNAVAILABLE));

    var ended = ada.ended(ada.ask(question));

    assertThat(ended.text("status")).isEqualTo("completed");
    assertThat(ended.body().path("attempts").asInt()).isEqualTo(3);
  }

  @Test
  void throttlingIsWaitedOutAndNotCounted() {
    String question = "Does throttling count as a failure?";
    pipeline.faults().first(2, question, new Fault.Refused(BedrockError.THROTTLING));

    var ended = ada.ended(ada.ask(question));

    assertThat(ended.text("status")).isEqualTo("completed");
    assertThat(ended.body().path("attempts").asInt()).isEqualTo(1);
  }

  @Test
  void fallbackNeverReachesTheModelAsHistory() {
    String question = "Is a failed turn part of the history?";
    pipeline.faults().always(question, new Fault.Refused(BedrockError.ACCESS_DENIED));
    var failed = ada.ended(ada.ask(question));

    var next = ada.ended(ada.ask("And what about this turn?", failed.text("conversation_id")));

    assertThat(next.text("status")).isEqualTo("completed");
    assertThat(next.text("message")).doesNotContain(question);
  }

  @Test
  void callThatTakesTooLongIsGivenUpAndTriedAgain() {
    String question = "Is a model that hangs waited for?";
    pipeline.faults().first(1, question, new Fault.Late(Duration.ofSeconds(30)));

    var ended = ada.ended(ada.ask(question));

    assertThat(ended.text("status")).isEqualTo("completed");
    assertThat(ended.body().path("attempts").asInt()).isEqualTo(2);
  }
}
