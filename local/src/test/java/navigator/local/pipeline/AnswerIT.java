package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import navigator.contracts.Role;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(PipelineExtension.class)
class AnswerIT {

  private final Pipeline pipeline;

  AnswerIT(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Test
  void acceptedRequestIsSeenAtOnceAndAnsweredLater() {
    var ada = pipeline.user("ada", Role.INSTRUCTOR);

    var accepted = ada.ask("How do I submit an invoice for a blended course?");

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.text("status")).isEqualTo("queued");
    assertThat(accepted.header("location"))
        .isEqualTo(accepted.body().path("urls").path("self").asText());
    assertThat(ada.get(accepted.header("location")).status()).isEqualTo(200);

    var ended = ada.ended(accepted);
    assertThat(ended.text("status")).isEqualTo("completed");
    assertThat(ended.text("message")).contains("How do I submit an invoice for a blended course?");
    assertThat(ended.body().path("usage").path("output_tokens").asInt()).isPositive();
    assertThat(ended.body().path("attempts").asInt()).isEqualTo(1);
    assertThat(ended.body().has("fallback")).isFalse();
    // The worker logs what it published after the bus has it, and perhaps the other function, too.
    assertThat(
            pipeline
                .record()
                .steps(ended.text("request_id"), "outcome.published", "outcome.persisted"))
        .containsSubsequence(
            "request.stored",
            "request.claimed",
            "model.asked",
            "model.called",
            "outcome.stored",
            "outcome.published")
        .containsSubsequence("outcome.stored", "outcome.persisted");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void replyShowsThatTheRolesPromptWasUsed(Role role) {
    var user = pipeline.user("somebody-" + role.wireName(), role);

    var ended = user.ended(user.ask("What can you do for me?"));

    assertThat(ended.text("message")).startsWith(opening(role));
  }

  /** How the prompt of a role asks for a reply to begin. */
  private static String opening(Role role) {
    return switch (role) {
      case ADMIN -> "As an MHFA administrator, ";
      case STAFF -> "As MHFA staff, ";
      case INSTRUCTOR -> "As an MHFA instructor, ";
      case GENERIC -> "As a Learning Navigator user, ";
    };
  }

  @Test
  void secondTurnIsAnsweredWithTheFirstInMind() {
    var ada = pipeline.user("ada", Role.INSTRUCTOR);
    var first = ada.ended(ada.ask("Which refresher do I need for the youth course?"));

    var second = ada.ended(ada.ask("And when is that due again?", first.text("conversation_id")));

    assertThat(second.text("message"))
        .contains("And when is that due again?")
        .contains("Which refresher do I need for the youth course?");
  }

  @Test
  void turnsSentWithoutWaitingAreAnsweredInOrder() {
    var bob = pipeline.user("bob", Role.STAFF);
    pipeline
        .faults()
        .first(2, "Order question number one?", new Fault.Refused(BedrockError.THROTTLING));
    var first = bob.ask("Order question number one?");
    String conversation = first.text("conversation_id");
    var second = bob.ask("Order question number two?", conversation);
    var third = bob.ask("Order question number three?", conversation);

    var last = bob.ended(third);

    assertThat(last.text("message")).contains("Order question number one?");
    assertThat(bob.ended(first).text("completed_at"))
        .isLessThan(bob.ended(second).text("completed_at"));
    assertThat(bob.ended(second).text("completed_at")).isLessThan(last.text("completed_at"));
  }

  @Test
  void conversationListsItsMessagesNewestFirst() {
    var cleo = pipeline.user("cleo", Role.ADMIN);
    var ended = cleo.ended(cleo.ask("Show me the engagement of last month?"));

    JsonNode messages =
        cleo.get(ended.body().path("urls").path("conversation").asText()).body().path("items");

    assertThat(messages)
        .extracting(m -> m.path("author").asText())
        .isEqualTo(List.of("assistant", "user"));
    assertThat(cleo.get("/conversations").body().path("items"))
        .extracting(c -> c.path("conversation_id").asText())
        .contains(ended.text("conversation_id"));
  }

  @Test
  void everyFaultOfARequestIsNamedAtOnce() {
    var ada = pipeline.user("ada", Role.INSTRUCTOR);

    var refused = ada.post("{\"message\":\"  \",\"deadline_seconds\":7,\"colour\":\"red\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors"))
        .extracting(e -> e.path("pointer").asText())
        .containsExactlyInAnyOrder("/message", "/deadline_seconds", "/colour");
  }
}
