package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.http.RequestObject;
import navigator.contracts.table.Keys;
import navigator.contracts.wire.Wire;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.CallRecord;
import navigator.local.bedrock.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PipelineExtension.class)
class CancelIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Pipeline pipeline;
  private final ChatClient ann;

  CancelIT(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.ann = pipeline.user("cancelling", Role.STAFF);
  }

  @Test
  void requestCancelledInTheQueueNeverReachesTheModelNorTheHistory() {
    String held = "Which question keeps the others waiting?";
    String unwanted = "Which question does nobody want answered?";
    var throttled = new AtomicBoolean(true);
    pipeline
        .faults()
        .asLongAs(throttled::get, held, new Fault.Refused(BedrockError.MODEL_NOT_READY));
    var first = ann.ask(held);
    var second = ann.ask(unwanted, first.text("conversation_id"));

    var cancelled = ann.cancel(second);
    throttled.set(false);
    var third = ann.ended(ann.ask("Is anything left?", first.text("conversation_id")));

    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    assertThat(cancelled.body().path("attempts").asInt()).isZero();
    assertThat(third.text("message")).contains(held).doesNotContain(unwanted);
    assertThat(ann.get("/chat/" + second.text("request_id")).body()).isEqualTo(cancelled.body());
    assertThat(callsAbout(unwanted)).isZero();
    assertThat(pipeline.record().steps(second.text("request_id")))
        .contains("request.cancelled", "delivery.dropped")
        .doesNotContain("model.asked");
  }

  @Test
  void answerToARequestCancelledInFlightIsDiscardedAndItsCostKept() {
    ann.cancel(unknown());
    String question = "Is an answer thrown away when nobody wants it any more?";
    var accepted = new CompletableFuture<ChatClient.Answer>();
    var cancelled = new CompletableFuture<ChatClient.Answer>();
    pipeline.faults().during(question, () -> cancelled.complete(ann.cancel(accepted.join())));

    accepted.complete(ann.ask(question));

    assertThat(cancelled.join().text("status")).isEqualTo("cancelled");
    String url = cancelled.join().body().path("urls").path("self").asText();
    var paid = await().atMost(PATIENCE).until(() -> ann.get(url), now -> now.body().has("usage"));
    assertThat(paid.text("status")).isEqualTo("cancelled");
    assertThat(paid.body().path("usage").path("output_tokens").asInt()).isPositive();
    assertThat(paid.body().path("attempts").asInt()).isEqualTo(1);
    assertThat(paid.body().has("message")).isFalse();
    assertThat(callsAbout(question)).isOne();
    var id = new RequestId(paid.text("request_id"));
    assertThat(new TableReader(pipeline).texts(Keys.outcome(id, 0))).isEmpty();
  }

  @Test
  void answeredRequestComesBackUnchanged() {
    var ended = ann.ended(ann.ask("Is it too late once this is answered?"));

    var answer = ann.cancel(ended);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(ended.body());
  }

  @Test
  void nobodyCancelsWhatIsNotTheirs() {
    var eve = pipeline.user("cancelling-eve", Role.ADMIN);
    var accepted = ann.ask("Who may call this question off?");

    var foreign = eve.cancel(accepted);
    var unknown = eve.cancel(unknown());

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
    assertThat(ann.ended(accepted).text("status")).isEqualTo("completed");
  }

  private long callsAbout(String question) {
    return pipeline.stack().emulator().orElseThrow().calls().records().stream()
        .filter(call -> call.questionHash().equals(CallRecord.hashOf(question)))
        .count();
  }

  /** An answer that leads to a request which nobody has. */
  private static ChatClient.Answer unknown() {
    var urls = RequestObject.Urls.of(RequestId.random(), ConversationId.random());
    return new ChatClient.Answer(
        202, Map.of(), PipelineRecord.json(Wire.write(Map.of("urls", urls))));
  }
}
