package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import navigator.contracts.Role;
import navigator.contracts.reply.FallbackReply;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs late, since a deadline has to pass first. */
@ExtendWith(PipelineExtension.class)
@Order(Integer.MAX_VALUE - 1)
class OverdueIT {

  private final ChatClient user;

  OverdueIT(Pipeline pipeline) {
    this.user = pipeline.user(LostRequest.USER, Role.STAFF);
  }

  @Test
  void storedRequestThatWasNeverQueuedEndsAfterItsDeadline() {
    var ended = user.ended(user.messagesOfOnlyConversation().path(0).path("request_id").asText());

    assertThat(ended.text("status")).isEqualTo("fallback");
    assertThat(ended.text("message")).isEqualTo(FallbackReply.of(Role.STAFF));
    assertThat(ended.body().path("error").path("code").asText()).isEqualTo("deadline_exceeded");
  }
}
