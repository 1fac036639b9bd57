package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import navigator.contracts.ConversationId;
import navigator.contracts.Role;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PipelineExtension.class)
class DeleteConversationIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String DELETION = "learning-navigator-delete-conversation";

  private final Pipeline pipeline;
  private final ChatClient ann;

  DeleteConversationIT(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.ann = pipeline.user("deleting", Role.STAFF);
  }

  @Test
  void deletedConversationIsGoneWithAllThatWasWrittenInIt() {
    String asked = "Is this answered before it is deleted?";
    String refused = "Is this a dead letter before it is deleted?";
    pipeline.faults().always(refused, new Fault.Refused(BedrockError.ACCESS_DENIED));
    var answered = ann.ended(ann.ask(asked));
    var fallback = ann.ended(ann.ask(refused, answered.text("conversation_id")));
    assertThat(tableHolds(asked, refused)).isTrue();

    assertThat(ann.deleteConversationOf(answered).status()).isEqualTo(204);

    assertThat(tableHolds(asked, refused)).isFalse();
    assertThat(ann.deleteConversationOf(answered).status()).isEqualTo(204);
    assertThat(ann.ask("Is anybody here?", answered.text("conversation_id")).status())
        .isEqualTo(404);
    assertThat(ann.get(answered.body().path("urls").path("conversation").asText()).status())
        .isEqualTo(404);
    assertThat(ann.get("/conversations").body().path("items"))
        .extracting(c -> c.path("conversation_id").asText())
        .doesNotContain(answered.text("conversation_id"));
    var left = ann.get("/chat/" + answered.text("request_id"));
    assertThat(left.text("status")).isEqualTo("completed");
    assertThat(left.body().has("message")).isFalse();
    assertThat(left.body().path("usage")).isEqualTo(answered.body().path("usage"));
    assertThat(ann.get("/chat/" + fallback.text("request_id")).text("status"))
        .isEqualTo("fallback");
  }

  @Test
  void answerThatIsBeingGivenMeanwhileIsNotStored() {
    ann.deleteConversationOf(ann.ended(ann.ask("Is the function awake?")));
    String question = "Is this deleted while the model thinks about it?";
    var accepted = new CompletableFuture<ChatClient.Answer>();
    var deleted = new CompletableFuture<Integer>();
    pipeline
        .faults()
        .during(
            question, () -> deleted.complete(ann.deleteConversationOf(accepted.join()).status()));

    accepted.complete(ann.ask(question));

    assertThat(deleted.join()).isEqualTo(204);
    String id = accepted.join().text("request_id");
    await().atMost(PATIENCE).until(() -> pipeline.record().steps(id).contains("delivery.dropped"));
    assertThat(ann.get("/chat/" + id).text("status")).isEqualTo("cancelled");
    assertThat(tableHolds(question)).isFalse();
  }

  @Test
  void whatADeletionCouldNotEraseTheSweepErases() {
    String question = "Is this erased although the deletion could not?";
    var ended = ann.ended(ann.ask(question));
    pipeline
        .awsFaults()
        .add(
            access -> access.operation().equals("Query") && access.by(DELETION),
            new navigator.local.gateway.Fault.ErrorReply(
                navigator.local.gateway.Fault.Moment.BEFORE_SERVICE,
                500,
                "InternalServerError",
                "No erasing today"),
            Integer.MAX_VALUE);

    assertThat(ann.deleteConversationOf(ended).status()).isEqualTo(204);

    pipeline.awsFaults().clear();
    await().atMost(PATIENCE).until(() -> !tableHolds(question));
    var key = Keys.conversation(new ConversationId(ended.text("conversation_id")));
    await()
        .atMost(PATIENCE)
        .until(() -> !new TableReader(pipeline).texts(key).containsKey(Attribute.PENDING_INDEX_PK));
  }

  @Test
  void nobodyDeletesWhatIsNotTheirs() {
    var eve = pipeline.user("deleting-eve", Role.ADMIN);
    var accepted = ann.ask("Who may delete this?");

    assertThat(eve.deleteConversationOf(accepted).status()).isEqualTo(404);
    assertThat(ann.ended(accepted).text("status")).isEqualTo("completed");
  }

  // The answers of the emulator quote the question.
  private boolean tableHolds(String... questions) {
    return new TableReader(pipeline)
        .beginningWith("").stream()
            .flatMap(item -> item.values().stream())
            .anyMatch(value -> Arrays.stream(questions).anyMatch(value::contains));
  }
}
