package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import navigator.contracts.Role;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PipelineExtension.class)
class ReadingIT {

  private final Pipeline pipeline;
  private final ChatClient ann;

  ReadingIT(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.ann = pipeline.user("reading", Role.STAFF);
  }

  @Test
  void whoWaitsIsToldAsSoonAsTheRequestHasEnded() {
    var accepted = ann.ask("Is anybody waiting for this?");
    ChatClient.Answer answer = ann.outcome(accepted, "wait=10");
    for (int waits = 1; answer.status() == 202 && waits < 10; waits++) {
      answer = ann.outcome(accepted, "wait=10");
    }

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("completed");
    assertThat(answer.header("preference-applied")).isEqualTo("wait=10");
    assertThat(answer.body()).isEqualTo(ann.ended(accepted).body());
  }

  @Test
  void whoWaitsForWhatTakesLongerIsToldHowItStands() {
    String question = "What takes longer than anybody waits?";
    var throttled = new AtomicBoolean(true);
    pipeline
        .faults()
        .asLongAs(throttled::get, question, new Fault.Refused(BedrockError.MODEL_NOT_READY));
    var accepted = ann.ask(question);

    var waited = ann.outcome(accepted, "wait=1");
    throttled.set(false);

    assertThat(waited.status()).isEqualTo(202);
    assertThat(waited.text("status")).isIn("queued", "in_progress");
    assertThat(waited.header("retry-after")).isNotEmpty();
    assertThat(ann.ended(accepted).text("status")).isEqualTo("completed");
  }

  @Test
  void nobodyWaitsForWhatIsNotTheirs() {
    var accepted = ann.ask("Who may wait for this?");

    var foreign = pipeline.user("reading-eve", Role.ADMIN).outcome(accepted, "wait=10");

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(ann.ended(accepted).text("status")).isEqualTo("completed");
  }

  @Test
  void everyRequestOfTheCallerIsListedOncePageByPage() {
    var lea = pipeline.user("listing", Role.INSTRUCTOR);
    List<String> ids =
        Stream.of("Which is the first?", "Which is the second?", "Which is the third?")
            .map(question -> lea.ended(lea.ask(question)).text("request_id"))
            .toList();

    var listed = new ArrayList<String>();
    String url = "/chat?status=completed&limit=2";
    while (!url.isEmpty()) {
      JsonNode page = lea.get(url).body();
      page.path("items").forEach(item -> listed.add(item.path("request_id").asText()));
      url = page.path("next").asText();
    }

    assertThat(listed).containsExactlyElementsOf(ids.reversed());
    assertThat(lea.get("/chat?status=fallback").body().path("items")).isEmpty();
    assertThat(pipeline.user("listing-eve", Role.ADMIN).get("/chat").body().path("items"))
        .isEmpty();
  }

  @Test
  void everyFaultOfTheQueryIsNamed() {
    var answer = ann.get("/chat?status=lost&created_after=monday&limit=0&colour=red");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors"))
        .extracting(fault -> fault.path("pointer").asText())
        .containsExactlyInAnyOrder(
            "#query/status", "#query/created_after", "#query/limit", "#query/colour");
  }
}
