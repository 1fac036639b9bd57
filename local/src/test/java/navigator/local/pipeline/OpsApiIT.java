package navigator.local.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import navigator.contracts.Role;
import navigator.contracts.testing.ContractSchemas;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators do over HTTP, on a running stack. */
@ExtendWith(PipelineExtension.class)
class OpsApiIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String LETTERS = "/ops/dead-letters";
  private static final String REPLAYS = "/ops/replays";
  private static final String REASON = "the model that was down is up";

  private final Pipeline pipeline;
  private final ChatClient admin;

  OpsApiIT(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.admin = pipeline.user("vera", Role.ADMIN);
  }

  static Stream<String> routes() {
    return ContractSchemas.routes().stream().filter(route -> route.contains(" /ops/")).sorted();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void nobodyButAdminsFindsAnything(String route) {
    String[] parts = route.split(" ", 2);
    String path = parts[1].replaceAll("\\{[^}]*}", "7d9f6c52-3b1e-4f4e-8a51-0f3c1f0c9a10");
    var body = Map.of("name", "mine", "reason", "r", "selection", Map.of("all", true));
    var seen =
        Stream.of(Role.INSTRUCTOR, Role.STAFF)
            .map(role -> pipeline.user("mallory", role).call(parts[0], path, body))
            .toList();
    assertThat(seen).extracting(ChatClient.Answer::status).containsOnly(404);
    assertThat(seen).extracting(ChatClient.Answer::body).containsOnly(seen.getFirst().body());
    assertThat(seen.getFirst().text("code")).isEqualTo("not_found");
    assertThat(admin.get(REPLAYS + "/mine").status()).isEqualTo(404);
    assertThat(pipeline.bearer("no.token.this").call(parts[0], path, body).status()).isEqualTo(401);
  }

  @Test
  void whatFailedIsListedGroupedAndToldAndItsTextOnRecordAlone() {
    String question = "Which of my questions will somebody look at over HTTP?";
    ChatClient.Answer failed = failed(pipeline.user("emmy", Role.STAFF), question);
    String id = failed.text("request_id");
    String user = failed.text("user_id");
    pipeline.record().privateText(REASON);

    assertThat(listed(user)).containsExactly(id);
    JsonNode group = ok(LETTERS + "/groups?user=" + user).path("items").path(0);
    assertThat(group.path("code").asText()).isEqualTo("access_denied");
    assertThat(group.path("count").asInt()).isOne();
    assertThat(ok(LETTERS + "/" + id).toString())
        .contains("access_denied")
        .doesNotContain(question);
    assertThat(admin.get(LETTERS + "/" + id + "?text=true").status()).isEqualTo(400);

    String why = "?text=true&reason=" + REASON.replace(" ", "%20");
    assertThat(ok(LETTERS + "/" + id + why).path("asked").asText()).isEqualTo(question);

    JsonNode record = ok("/ops/audit?limit=1").path("items").path(0);
    assertThat(record.path("action").asText()).isEqualTo("show_text");
    assertThat(record.path("reason").asText()).isEqualTo(REASON);
    assertThat(record.path("actor").asText()).isEqualTo(subject());
    assertThat(ok("/ops/queues").path("queues")).hasSize(5);
  }

  @Test
  void whatFailedIsAskedAgainAndWatchedUntilItIsAnswered() {
    ChatClient ida = pipeline.user("ida", Role.STAFF);
    ida.ended(ida.ask("What does a course cost that is answered at once?"));
    String question = "What is answered when an admin asks for it?";
    pipeline.faults().first(1, question, new Fault.Refused(BedrockError.ACCESS_DENIED));
    ChatClient.Answer failed = ida.ended(ida.ask(question));
    assertThat(failed.text("status")).isEqualTo("fallback");
    String user = failed.text("user_id");
    await().atMost(PATIENCE).until(() -> listed(user).size() == 1);

    JsonNode plan =
        posted(REPLAYS + "/plan", Map.of("selection", Map.of("user", user)), 200).body();
    assertThat(plan.path("asked").asInt()).isOne();
    assertThat(plan.path("by_code").path("access_denied").asInt()).isOne();
    assertThat(plan.path("tokens").path("samples").asInt()).isOne();
    Map<String, Object> order = order("over-http", List.of(failed.text("request_id")), 600);
    ChatClient.Answer started = posted(REPLAYS, order, 201);
    assertThat(posted(REPLAYS, order, 409).text("code")).isEqualTo("replay_name_taken");

    String self = started.header("location");
    JsonNode ended = await().atMost(PATIENCE).until(() -> ok(self), OpsApiIT::hasEnded);

    assertThat(ended.path("state").asText()).isEqualTo("completed");
    assertThat(ended.path("counts").path("answered").asInt()).isOne();
    assertThat(ended.path("actor").asText()).isEqualTo(subject());
    assertThat(ida.ended(failed.text("request_id")).text("status")).isEqualTo("completed");
    String story = ok(LETTERS + "/" + failed.text("request_id")).toString();
    assertThat(story).contains("\"replay\":\"over-http\"", "\"state\":\"resolved\"");
    assertThat(cancelled(started).path("state").asText()).isEqualTo("completed");
    assertThat(ok(REPLAYS + "?state=ended").toString()).contains("over-http");
  }

  @Test
  void aReplayThatIsCancelledAsksNothingMore() {
    ChatClient rosa = pipeline.user("rosa", Role.STAFF);
    List<String> ids = new ArrayList<>();
    for (String which : List.of("first", "second", "third")) {
      ids.add(failed(rosa, "Who asks the %s of three again?".formatted(which)).text("request_id"));
    }
    ChatClient.Answer started = posted(REPLAYS, order("the-wrong-one", ids, 1), 201);
    assertThat(cancelled(started).has("cancelled_at")).isTrue();

    String self = started.header("location");
    JsonNode ended = await().atMost(PATIENCE).until(() -> ok(self), OpsApiIT::hasEnded);

    assertThat(ended.path("state").asText()).isEqualTo("cancelled");
    assertThat(ended.path("counts").path("sent").asInt()).isLessThan(ids.size());
  }

  private ChatClient.Answer failed(ChatClient user, String question) {
    pipeline.faults().always(question, new Fault.Refused(BedrockError.ACCESS_DENIED));
    ChatClient.Answer ended = user.ended(user.ask(question));
    assertThat(ended.text("status")).isEqualTo("fallback");
    await()
        .atMost(PATIENCE)
        .until(() -> listed(ended.text("user_id")).contains(ended.text("request_id")));
    return ended;
  }

  private List<String> listed(String user) {
    List<String> ids = new ArrayList<>();
    ok(LETTERS + "?user=" + user).path("items").forEach(l -> ids.add(l.path("id").asText()));
    return ids;
  }

  private static Map<String, Object> order(String name, List<String> ids, int rate) {
    return Map.of(
        "name",
        name,
        "reason",
        REASON,
        "selection",
        Map.of("ids", ids),
        "rate",
        rate,
        "canary",
        0,
        "stop_share",
        1,
        "deadline_seconds",
        600);
  }

  private JsonNode cancelled(ChatClient.Answer started) {
    String url = started.body().path("urls").path("cancel").asText();
    return posted(url, Map.of("reason", REASON), 200).body();
  }

  private ChatClient.Answer posted(String path, Object body, int status) {
    ChatClient.Answer answer = admin.call("POST", path, body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    return answer;
  }

  private JsonNode ok(String url) {
    ChatClient.Answer answer = admin.get(url);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private static boolean hasEnded(JsonNode replay) {
    return replay.has("ended_at");
  }

  private String subject() {
    String payload = pipeline.stack().token("vera", Role.ADMIN).split("\\.", -1)[1];
    String claims = new String(Base64.getUrlDecoder().decode(payload), UTF_8);
    return PipelineRecord.json(claims).path("sub").asText();
  }
}
