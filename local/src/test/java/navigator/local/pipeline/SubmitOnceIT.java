package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import navigator.contracts.Role;
import navigator.local.gateway.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PipelineExtension.class)
class SubmitOnceIT {

  private static final String SUBMIT = "learning-navigator-submit";

  private final Pipeline pipeline;

  SubmitOnceIT(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Test
  void sameKeyGivesTheSameRequestAndOneCallOfTheModel() {
    var ann = pipeline.user("once", Role.STAFF);
    String question = "Is this question asked once or twice?";

    var first = ann.askOnce("try-1", question);
    var again = ann.askOnce("try-1", question);
    var other = ann.askOnce("try-1", "Is this another question?");
    var ended = ann.ended(first);

    assertThat(again.header("idempotency-replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(ended.text("status")).isEqualTo("completed");
    assertThat(pipeline.record().steps(ended.text("request_id"), "outcome.persisted"))
        .containsOnlyOnce("model.called", "outcome.persisted");
  }

  @Test
  void keysBelongToTheirUsers() {
    String question = "May two people use the same key?";
    var anns = pipeline.user("key-ann", Role.STAFF).askOnce("same", question);
    var bobs = pipeline.user("key-bob", Role.STAFF).askOnce("same", question);

    assertThat(bobs.status()).isEqualTo(202);
    assertThat(bobs.text("request_id")).isNotEqualTo(anns.text("request_id"));
  }

  @Test
  void requestWhoseSendFailedIsAnsweredAfterTheClientTriedAgain() {
    pipeline
        .awsFaults()
        .add(
            access -> access.operation().equals("SendMessage") && access.by(SUBMIT),
            new Fault.ErrorReply(
                Fault.Moment.BEFORE_SERVICE, 500, "InternalFailure", "No queue today"),
            Integer.MAX_VALUE);
    var ann = pipeline.user("resend", Role.STAFF);
    String question = "Is a question lost when the queue is down?";

    var refused = ann.askOnce("try-1", question);
    pipeline.awsFaults().clear();
    var accepted = ann.askOnce("try-1", question);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(ann.ended(accepted).text("status")).isEqualTo("completed");
  }

  @Test
  void callsThatRaceMakeOneRequest() throws Exception {
    var ann = pipeline.user("race", Role.STAFF);
    Callable<ChatClient.Answer> call = () -> ann.askOnce("try-1", "Who of us is the first?");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<ChatClient.Answer>> calls = IntStream.range(0, 4).mapToObj(_ -> call).toList();
      for (Future<ChatClient.Answer> answer : threads.invokeAll(calls)) {
        assertThat(answer.get().status()).isIn(202, 409);
      }
    }
    var accepted = ann.askOnce("try-1", "Who of us is the first?");

    assertThat(ann.ended(accepted).text("status")).isEqualTo("completed");
    assertThat(pipeline.record().steps(accepted.text("request_id"), "outcome.persisted"))
        .containsOnlyOnce("request.stored", "model.called", "outcome.persisted");
  }
}
