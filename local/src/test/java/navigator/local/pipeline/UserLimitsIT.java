package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import navigator.contracts.Role;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PipelineExtension.class)
class UserLimitsIT {

  private final Pipeline pipeline;

  UserLimitsIT(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Test
  void whoHasAsManyPendingAsMayBeIsRefusedUntilSomeEndAndNobodyElseIs() {
    String question = "Which question waits while its user asks too much?";
    pipeline.faults().always(question, new Fault.Refused(BedrockError.MODEL_NOT_READY));
    var noisy = pipeline.user("noisy", Role.INSTRUCTOR);
    List<ChatClient.Answer> accepted = new ArrayList<>();
    var answer = noisy.askOnce("noisy-0", question);
    while (answer.status() == 202) {
      accepted.add(answer);
      answer = noisy.askOnce("noisy-" + accepted.size(), question);
    }

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text("code")).isEqualTo("too_many_pending");
    assertThat(answer.header("ratelimit")).isEqualTo("\"pending\";r=0");
    assertThat(answer.header("ratelimit-policy"))
        .isEqualTo("\"rate\";q=600;w=60, \"pending\";q=20;qu=\"concurrent-requests\"");
    assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
    assertThat(accepted).hasSize(20);

    var other = pipeline.user("quiet", Role.INSTRUCTOR);
    assertThat(other.ended(other.ask("Am I heard beside a noisy one?")).text("status"))
        .isEqualTo("completed");
    assertThat(noisy.askOnce("noisy-0", question).header("idempotency-replayed")).isEqualTo("true");

    accepted.forEach(noisy::cancel);
    assertThat(noisy.ask("Is there a place again?").status()).isEqualTo(202);
  }
}
