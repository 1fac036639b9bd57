package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.local.bedrock.BedrockError;
import navigator.local.bedrock.Fault;
import navigator.local.lambda.runtime.RunningEnvironment;
import navigator.ops.aws.OpsTable;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayCounts;
import navigator.ops.replay.ReplayOrder;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import navigator.ops.replay.StartReplay;
import navigator.ops.replay.StartVerdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(PipelineExtension.class)
class ReplayIT {

  private static final String DRIVER = "learning-navigator-replay";

  /** The lease of a driver that died, and what the rate takes. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Pipeline pipeline;
  private final ChatClient ada;
  private final DynamoDbClient dynamo;
  private final OpsTable table;

  ReplayIT(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.ada = pipeline.user("ada", Role.INSTRUCTOR);
    this.dynamo = new AwsClients(pipeline.stack(), pipeline.stack().runtime()).dynamoDb();
    this.table = new OpsTable(dynamo, pipeline.stack().topology().tables().getFirst().name());
  }

  @AfterEach
  void close() {
    dynamo.close();
  }

  @Test
  void whatFellBackIsAnsweredOnceAlthoughTheProcessOfItsReplayDies() {
    var down = new AtomicBoolean(true);
    List<RequestId> ids = fallenBack("What did the outage of the model leave", 12, down::get);
    down.set(false);
    start("after-the-outage", ids, new ReplayTerms(60, 100, 2, 0.2, Duration.ofMinutes(10)));

    await().atMost(PATIENCE).until(() -> replay("after-the-outage").counts().sent() >= 4);
    assertThat(killDrivers()).isPositive();

    assertThat(ended("after-the-outage").state()).isEqualTo(ReplayState.COMPLETED);
    assertThat(replay("after-the-outage").counts())
        .isEqualTo(new ReplayCounts(12, 12, 0, 12, 0, 0));
    assertThat(ids).allSatisfy(this::assertAnsweredOnce);
  }

  @Test
  void aReplayWhoseCanaryFailsStopsAndLeavesTheRestParked() {
    List<RequestId> ids = fallenBack("Why is this one refused again", 4, () -> true);
    start("too-early", ids, new ReplayTerms(600, 100, 1, 0.2, Duration.ofMinutes(10)));

    Replay stopped = ended("too-early");

    assertThat(stopped.state()).isEqualTo(ReplayState.STOPPED);
    assertThat(stopped.stop()).contains(ReplayStop.CANARY_FAILED);
    assertThat(stopped.counts()).isEqualTo(new ReplayCounts(4, 1, 0, 0, 1, 0));
    var reader = new TableReader(pipeline);
    assertThat(ids)
        .allSatisfy(
            id -> {
              assertThat(ada.get("/chat/" + id).text("status")).isEqualTo("fallback");
              assertThat(reader.texts(Keys.deadLetter(id)))
                  .containsEntry(Attribute.STATE, "parked");
            });
  }

  private List<RequestId> fallenBack(String question, int count, BooleanSupplier lasting) {
    List<ChatClient.Answer> accepted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String words = "%s, number %d?".formatted(question, i);
      pipeline.faults().asLongAs(lasting, words, new Fault.Refused(BedrockError.ACCESS_DENIED));
      accepted.add(ada.ask(words));
    }
    return accepted.stream()
        .map(ada::ended)
        .peek(ended -> assertThat(ended.text("status")).isEqualTo("fallback"))
        .map(ended -> new RequestId(ended.text("request_id")))
        .toList();
  }

  private void start(String name, List<RequestId> ids, ReplayTerms terms) {
    var order = new ReplayOrder(name, "ada", "the model is back", new Selection.Listed(ids), terms);
    assertThat(new StartReplay(table.replayStarts(), InstantSource.system()).start(order))
        .isInstanceOf(StartVerdict.Started.class);
  }

  private Replay replay(String name) {
    return table.replays().find(name).orElseThrow();
  }

  private Replay ended(String name) {
    return await().atMost(PATIENCE).until(() -> replay(name), found -> found.state().isEnded());
  }

  private int killDrivers() {
    List<RunningEnvironment> drivers =
        pipeline.stack().functions().environments().stream()
            .filter(environment -> environment.functionName().equals(DRIVER))
            .toList();
    drivers.forEach(driver -> pipeline.stack().functions().kill(driver.id()));
    return drivers.size();
  }

  private void assertAnsweredOnce(RequestId id) {
    var request = ada.get("/chat/" + id);
    assertThat(request.text("status")).isEqualTo("completed");
    assertThat(request.body().has("fallback")).isFalse();
    pipeline.record().privateText(request.text("message"));
    List<String> steps = pipeline.record().steps(id.value());
    assertThat(List.of("model.called", "outcome.stored", "outcome.persisted"))
        .allSatisfy(step -> assertThat(Collections.frequency(steps, step)).isEqualTo(2));
    assertThat(new TableReader(pipeline).texts(Keys.deadLetter(id)))
        .containsEntry(Attribute.STATE, "resolved")
        .containsEntry(Attribute.REPLAY, "after-the-outage");
  }
}
