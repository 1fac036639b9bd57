package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import navigator.contracts.Role;
import navigator.local.gateway.Fault;

/** A request that was stored and never queued: the queue could not be reached. */
final class LostRequest {

  /** Whose request is submitted before all others, because only its deadline ends it. */
  static final String USER = "lost";

  private static final int MORE_THAN_THE_SDK_TRIES = 20;

  private LostRequest() {}

  /** Submits one as the first of its user, and gives back its id. */
  static String submit(Pipeline pipeline, String user, String message) {
    pipeline
        .awsFaults()
        .add(
            access ->
                access.operation().equals("SendMessage") && access.by("learning-navigator-submit"),
            new Fault.ErrorReply(
                Fault.Moment.BEFORE_SERVICE, 500, "InternalFailure", "Lost on purpose"),
            MORE_THAN_THE_SDK_TRIES);
    var client = pipeline.user(user, Role.STAFF);
    var answer = client.post(Map.of("message", message, "deadline_seconds", 30), message);
    pipeline.awsFaults().clear();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().path("retryable").asBoolean()).isTrue();
    return client.messagesOfOnlyConversation().path(0).path("request_id").asText();
  }
}
