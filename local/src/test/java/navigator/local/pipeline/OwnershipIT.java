package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import navigator.contracts.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PipelineExtension.class)
class OwnershipIT {

  private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

  private final Pipeline pipeline;
  private final ChatClient ada;
  private final ChatClient eve;

  OwnershipIT(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.ada = pipeline.user("ada", Role.INSTRUCTOR);
    this.eve = pipeline.user("eve", Role.ADMIN);
  }

  @Test
  void foreignAndUnknownRequestsLookTheSame() {
    var accepted = ada.ask("Who can see this question?");

    var foreign = eve.get("/chat/" + accepted.text("request_id"));
    var unknown = eve.get("/chat/" + NOBODYS);

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
  }

  @Test
  void nobodyPostsIntoAForeignConversation() {
    var accepted = ada.ask("Who can write here?");

    assertThat(eve.ask("May I join in?", accepted.text("conversation_id")).status()).isEqualTo(404);
    assertThat(eve.ask("Is anybody here?", NOBODYS).status()).isEqualTo(404);
  }

  @Test
  void nobodyReadsAForeignConversation() {
    var accepted = ada.ask("Who can read this?");

    var foreign = eve.get("/conversations/" + accepted.text("conversation_id") + "/messages");

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(eve.get("/conversations").body().path("items"))
        .extracting(c -> c.path("conversation_id").asText())
        .doesNotContain(accepted.text("conversation_id"));
  }

  @Test
  void callWithoutAValidTokenIsTurnedAway() {
    assertThat(pipeline.bearer("not.a.token").get("/conversations").status()).isEqualTo(401);
  }
}
