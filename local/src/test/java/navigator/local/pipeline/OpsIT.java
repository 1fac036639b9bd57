package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.queue.Failure;
import navigator.contracts.reply.FallbackReply;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.wire.Wire;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.Fault;
import navigator.local.gateway.AccessLog;
import navigator.local.iam.Policy;
import navigator.local.pipeline.OpsProcess.Ended;
import navigator.local.up.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The operator's commands against a running stack, as processes of their own. */
@ExtendWith(PipelineExtension.class)
class OpsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What tests read the table with, as the same operator. */
  private static final List<String> READ_BY_TESTS = List.of("dynamodb:Scan", "sqs:GetQueueUrl");

  private final Pipeline pipeline;
  private final OpsProcess ops;
  private final ChatClient grace;

  OpsIT(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.ops = OpsProcess.byName(pipeline.stack());
    this.grace = pipeline.user("grace", Role.STAFF);
  }

  @Test
  void whatFailedIsListedGroupedAndToldAndItsTextOnRecordAlone() {
    String question = "Which of my questions will an operator look at?";
    ChatClient user = pipeline.user("hedy", Role.STAFF);
    ChatClient.Answer failed = failed(user, question);
    String id = failed.text("request_id");
    String userId = failed.text("user_id");

    await().atMost(PATIENCE).until(() -> listed(userId).size() == 1);
    assertThat(listed(userId)).containsExactly(id);
    JsonNode group = json(run(0, "dead-letters", "groups", "--user", userId, "--json")).get(0);
    assertThat(group.path("code").asText()).isEqualTo("access_denied");
    assertThat(group.path("count").asInt()).isEqualTo(1);
    assertThat(run(0, "dead-letters", "list", "--user", userId).out())
        .contains("access_denied", id, "Access to the model was denied.");

    Ended story = run(0, "dead-letters", "show", id);
    assertThat(story.out())
        .contains("status", "fallback", "generation 0", "dead letter " + id)
        .doesNotContain(question);
    assertThat(run(0, "dead-letters", "show", id, "--with-text", "--reason", "ticket 7").out())
        .contains(question, FallbackReply.of(Role.STAFF).lines().findFirst().orElseThrow());

    JsonNode exported = json(run(0, "dead-letters", "export", "--user", userId));
    assertThat(exported.path("id").asText()).isEqualTo(id);
    assertThat(exported.path("original_kept").asBoolean()).isTrue();
    assertThat(exported.toString()).doesNotContain(question);
    JsonNode record = json(run(0, "audit", "--json", "--limit", "1")).get(0);
    assertThat(record.path("action").asText()).isEqualTo("show_text");
    assertThat(record.path("reason").asText()).isEqualTo("ticket 7");
    assertThat(record.path("actor").asText()).isEqualTo("arn:aws:iam::000000000000:user/operator");
  }

  @Test
  void aLetterIsDiscardedAndRestored() {
    ChatClient.Answer failed = failed(grace, "Is this a question that nobody will answer?");
    String id = failed.text("request_id");
    String userId = failed.text("user_id");
    await().atMost(PATIENCE).until(() -> listed(userId).contains(id));

    assertThat(run(0, "dead-letters", "discard", id, "--dry-run").out()).contains("would change 1");
    assertThat(state(id)).isEqualTo("parked");
    assertThat(run(0, "dead-letters", "discard", id, "--yes", "--reason", "spam").out())
        .contains("done 1");
    assertThat(state(id)).isEqualTo("discarded");
    assertThat(run(3, "dead-letters", "discard", id, "--yes", "--reason", "spam").out())
        .contains("discarded 1");
    assertThat(
            json(run(0, "dead-letters", "restore", id, "--yes", "--reason", "no spam", "--json"))
                .path("done")
                .asInt())
        .isEqualTo(1);
    assertThat(state(id)).isEqualTo("parked");
    assertThat(run(0, "dead-letters", "show", id).out())
        .contains("discard, requested", "restore, done");
  }

  @Test
  void whatFailedIsAskedAgainAndWatchedUntilItIsAnswered() {
    String question = "Which of my questions is answered when it is asked again?";
    pipeline.faults().first(1, question, new Fault.Refused(BedrockError.ACCESS_DENIED));
    ChatClient user = pipeline.user("joan", Role.STAFF);
    ChatClient.Answer failed = user.ended(user.ask(question));
    assertThat(failed.text("status")).isEqualTo("fallback");
    String id = failed.text("request_id");
    await().atMost(PATIENCE).until(() -> listed(failed.text("user_id")).contains(id));

    assertThat(json(run(0, "replay", "plan", "--id", id, "--json")).path("asked").asInt())
        .isEqualTo(1);
    String[] replay = {"replay", "run", "by-hand", "--id", id, "--canary", "1", "--rate", "600"};
    Ended ended =
        run(
            0,
            Stream.concat(Stream.of(replay), Stream.of("--yes", "--reason", "the model is back"))
                .toArray(String[]::new));
    assertThat(ended.out()).contains("completed, matched 1, sent 1, answered 1, failed again 0");
    assertThat(user.ended(id).text("status")).isEqualTo("completed");
    assertThat(run(0, "replay", "list").out()).contains("by-hand", "the model is back");
    assertThat(run(0, "audit").out()).contains("by-hand");
    assertThat(run(0, "replay", "watch", "by-hand").out()).contains("answered 1");
    assertThat(run(1, "replay", "cancel", "by-hand", "--yes", "--reason", "r").err())
        .contains("ended already");
    assertThat(run(0, "dead-letters", "show", id).out()).contains("replay by-hand", "resolved");
  }

  @Test
  void aReplayGoesOnWhenWhoWatchesItIsEndedAndThatIsSaid() {
    ChatClient user = pipeline.user("mary", Role.STAFF);
    String userId = failed(user, "Is this asked again, although nobody looks?").text("user_id");
    failed(user, "And is this one cancelled before its turn?");
    await().atMost(PATIENCE).until(() -> listed(userId).size() == 2);

    String[] replay = {"replay", "run", "left-alone", "--user", userId, "--canary", "0"};
    // The second of them would be asked a minute after the first.
    String[] slowly = {"--rate", "1", "--stop-share", "1", "--yes", "--reason", "an experiment"};
    OpsProcess.Running run =
        ops.start(Stream.of(replay, slowly).flatMap(Stream::of).toArray(String[]::new));
    await().atMost(PATIENCE).until(() -> run.out().contains("sent 1"));
    run.interrupt();
    Ended left = run.end();
    assertThat(left.exitCode()).as(left.err()).isEqualTo(130);
    assertThat(left.err()).contains("the replay left-alone goes on", "replay cancel left-alone");

    OpsProcess.Running watch = ops.start("replay", "watch", "left-alone");
    await().atMost(PATIENCE).until(() -> watch.out().contains("left-alone: sending"));
    watch.terminate();
    Ended away = watch.end();
    assertThat(away.exitCode()).as(away.err()).isEqualTo(143);
    assertThat(away.err()).contains("the replay left-alone goes on", "replay watch left-alone");

    run(0, "replay", "cancel", "left-alone", "--yes", "--reason", "it was one");
    assertThat(run(4, "replay", "watch", "left-alone").out())
        .contains("cancelled", "matched 2, sent 1")
        .doesNotContain("sent 2");
  }

  @Test
  void theFailureQueuesAreLookedIntoAndRedriven() {
    ChatClient.Answer failed = failed(grace, "Does the outcome of this question arrive twice?");
    pipeline.record().unspecified("nobody knows this message");
    try (SqsClient sqs = new AwsClients(pipeline.stack(), pipeline.stack().runtime()).sqs()) {
      send(sqs, "chat-outcome-events-failed", event(failed));
      send(sqs, "chat-dead-letters-failed.fifo", "{\"a\":\"nobody knows this message\"}");
      await().atMost(PATIENCE).until(() -> waiting("dead-letters-failed") == 1);
      assertThat(waiting("outcome-events-failed")).isEqualTo(1);
      assertThat(run(0, "redrive", "outcome-events-failed", "--dry-run").out())
          .contains("1 messages would be redriven");
      assertThat(waiting("outcome-events-failed")).isEqualTo(1);

      JsonNode events =
          json(run(0, "redrive", "outcome-events-failed", "--yes", "--reason", "r", "--json"));
      assertThat(events.path("done").asInt()).isEqualTo(1);
      assertThat(run(3, "redrive", "outcome-events-failed", "--yes", "--reason", "r").out())
          .contains("0 messages");
      JsonNode moved =
          json(run(0, "redrive", "dead-letters-failed", "--yes", "--reason", "r", "--json"));
      assertThat(moved.path("done").asInt()).isEqualTo(1);
      assertThat(waiting("dead-letters-failed")).isZero();
    }
    assertThat(run(0, "audit").out()).contains("redrive", "outcome-events-failed");
  }

  @Test
  void withoutAStackTheOneIsMeantThatIsUp(@TempDir Path home) throws IOException {
    assertThat(OpsProcess.in(home).run("queues").err()).contains("no local stack is up");
    var stack = pipeline.stack();
    var directory = Files.createDirectory(home.resolve(".navigator"));
    var running =
        new RunningStack(
            ProcessHandle.current().pid(),
            Instant.EPOCH,
            stack.topology().stack(),
            stack.apiUrl(),
            stack.gatewayUrl(),
            stack.topology().region(),
            "local",
            stack.operator(),
            stack.topology().userPool());
    Files.writeString(directory.resolve("up.json"), Wire.write(running));
    Ended queues = OpsProcess.in(home).run("queues");
    assertThat(queues.exitCode()).isZero();
    assertThat(queues.out()).contains("requests", "outcome-invokes-failed");
  }

  @Test
  void whatIsWrongIsToldInOneLine() {
    assertThat(run(2, "dead-letters", "list", "--code", "bad").err()).contains("'bad' is no error");
    assertThat(run(3, "dead-letters", "list", "--user", "nobody").out()).isEmpty();
    assertThat(run(3, "dead-letters", "show", RequestId.random().value()).err())
        .contains("there is nothing of");
  }

  @Test
  void theOperatorsPolicyIsEnoughForEveryCommand() {
    // The local operator also reads what the AWS CLI asks for: that is not what is measured here.
    var policies = pipeline.stack().topology().managedPolicies();
    var policy = new Policy(policies.getFirst().statements());
    run(0, "queues");
    assertThat(
            pipeline.stack().accesses().uses().stream()
                .filter(use -> use.principal().equals("operator"))
                .map(AccessLog.Use::permission)
                .filter(permission -> !READ_BY_TESTS.contains(permission.action())))
        .isNotEmpty()
        .allMatch(policy::allows);
  }

  private ChatClient.Answer failed(ChatClient user, String question) {
    pipeline.faults().always(question, new Fault.Refused(BedrockError.ACCESS_DENIED));
    return user.ended(user.ask(question));
  }

  private Ended run(int exitCode, String... arguments) {
    Ended ended = ops.run(arguments);
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(exitCode);
    assertThat(ended.err()).doesNotContain("Exception");
    return ended;
  }

  private static JsonNode json(Ended ended) {
    return PipelineRecord.json(ended.out());
  }

  private List<String> listed(String userId) {
    List<String> ids = new ArrayList<>();
    Ended ended = ops.run("dead-letters", "list", "--user", userId, "--json");
    json(ended).path("items").forEach(letter -> ids.add(letter.path("id").asText()));
    return ids;
  }

  private String state(String id) {
    return new TableReader(pipeline)
        .texts(Keys.deadLetter(new RequestId(id)))
        .getOrDefault(Attribute.STATE, "");
  }

  private long waiting(String queue) {
    for (JsonNode depth : json(run(0, "queues", "--json")).path("queues")) {
      if (depth.path("queue").asText().equals(queue)) {
        return depth.path("waiting").asLong();
      }
    }
    throw new AssertionError("There is no queue " + queue);
  }

  private static void send(SqsClient sqs, String queue, String body) {
    String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    var send = SendMessageRequest.builder().queueUrl(url).messageBody(body);
    if (queue.endsWith(".fifo")) {
      send.messageGroupId("nobody").messageDeduplicationId("redriven");
    }
    sqs.sendMessage(send.build());
  }

  /** What EventBridge leaves in the queue when it cannot hand over an outcome. */
  private String event(ChatClient.Answer failed) {
    var id = new RequestId(failed.text("request_id"));
    Map<String, String> request = new TableReader(pipeline).texts(Keys.request(id));
    Instant at = Instant.parse(failed.text("timestamp"));
    var fellBack =
        new ChatFellBack(
            SchemaVersion.CURRENT,
            id,
            new ConversationId(failed.text("conversation_id")),
            failed.text("user_id"),
            Role.STAFF,
            0,
            Turn.parse(request.getOrDefault(Attribute.TURN, "")),
            FallbackReply.of(Role.STAFF),
            "model",
            new Failure(ErrorCode.ACCESS_DENIED, "Access was denied.", 1, at, at),
            at,
            new Traceparent(request.getOrDefault(Attribute.TRACEPARENT, "")));
    return """
    {"version":"0","id":"1","detail-type":"ChatFellBack",
     "source":"learning-navigator.inference","account":"000000000000",
     "time":"%s","region":"us-west-2","resources":[],"detail":%s}
    """
        .formatted(at, Wire.write(fellBack));
  }
}
