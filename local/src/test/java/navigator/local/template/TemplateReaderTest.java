package navigator.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import navigator.local.topology.AsyncInvokes;
import navigator.local.topology.DynamoTable;
import navigator.local.topology.EventBus;
import navigator.local.topology.EventRule;
import navigator.local.topology.HttpApi;
import navigator.local.topology.PolicyStatement;
import navigator.local.topology.QueueMapping;
import navigator.local.topology.Schedule;
import navigator.local.topology.SqsQueue;
import navigator.local.topology.Topology;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateReaderTest {

  private static final String FAILED = "arn:aws:sqs:us-west-2:000000000000:failed";
  private static final String WORK = "arn:aws:sqs:us-west-2:000000000000:work.fifo";
  private static final String TABLE = "arn:aws:dynamodb:us-west-2:000000000000:table/chats";
  private static final String WORKER = "arn:aws:lambda:us-west-2:000000000000:function:worker";

  @TempDir Path folder;
  private Topology topology;

  @BeforeEach
  void read() {
    topology = new SmallTemplate(folder).read();
  }

  @Test
  void queuesHaveTheGatewaysUrls() {
    assertThat(topology.queues())
        .containsExactly(
            new SqsQueue(
                "failed",
                FAILED,
                "http://127.0.0.1:9000/000000000000/failed",
                false,
                false,
                false,
                Duration.ofSeconds(30),
                Duration.ofDays(4),
                Optional.empty()),
            new SqsQueue(
                "work.fifo",
                WORK,
                "http://127.0.0.1:9000/000000000000/work.fifo",
                true,
                true,
                false,
                Duration.ofSeconds(90),
                Duration.ofDays(1),
                Optional.of(new SqsQueue.RedrivePolicy(FAILED, 5))));
  }

  @Test
  void aTableHasItsKeysIndexesAndTimeToLive() {
    assertThat(topology.tables())
        .containsExactly(
            new DynamoTable(
                "chats",
                TABLE,
                "PK",
                Optional.of("SK"),
                List.of(
                    new DynamoTable.Index("by-user", "user", "at", "INCLUDE", List.of("status"))),
                Optional.of("expires_at")));
  }

  @Test
  void aFunctionHasItsArchiveAndItsEnvironmentResolved() {
    var worker = topology.functions().getFirst();
    assertThat(worker.arn()).isEqualTo(WORKER);
    assertThat(worker.archive()).isEqualTo(folder.resolve("asset.0abc.zip"));
    assertThat(worker.timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(worker.memoryMegabytes()).isEqualTo(512);
    assertThat(worker.reservedConcurrency()).hasValue(5);
    assertThat(worker.snapStart()).isTrue();
    assertThat(worker.environment())
        .containsEntry("QUEUE_URL", "http://127.0.0.1:9000/000000000000/work.fifo")
        .containsEntry("BUS", "outcomes")
        .containsEntry("GREETING", "hello from us-west-2 to " + TABLE);
  }

  @Test
  void aVariableIsOverriddenWhereTheTemplateHasIt() {
    var worker = topology.overriding(Map.of("BUS", "other", "UNHEARD", "of")).function(WORKER);

    assertThat(worker.environment())
        .containsEntry("BUS", "other")
        .containsOnlyKeys(topology.function(WORKER).environment().keySet());
  }

  @Test
  void aRoleHasItsInlineAndItsAttachedStatements() {
    assertThat(topology.functions().getFirst().role().statements())
        .containsExactly(
            new PolicyStatement(List.of("dynamodb:Query"), List.of(TABLE + "/index/by-user")),
            new PolicyStatement(List.of("sqs:SendMessage", "sqs:GetQueueUrl"), List.of(WORK)));
  }

  @Test
  void asynchronousInvokesAreConfiguredOnTheAlias() {
    assertThat(topology.functions().getFirst().asyncInvokes())
        .isEqualTo(new AsyncInvokes(1, Duration.ofMinutes(10), Optional.of(FAILED)));
  }

  @Test
  void aMappingThatNamesItsFunctionGetsTheArn() {
    assertThat(topology.mappings())
        .containsExactly(
            new QueueMapping(WORKER + ":live", WORK, 10, Duration.ZERO, OptionalInt.of(5), true));
  }

  @Test
  void rulesWithAPatternAndRulesWithARateAreToldApart() {
    var bus = "arn:aws:events:us-west-2:000000000000:";
    assertThat(topology.buses())
        .containsExactly(new EventBus("outcomes", bus + "event-bus/outcomes"));
    assertThat(topology.rules())
        .containsExactly(
            new EventRule(
                "answered",
                bus + "rule/outcomes/answered",
                "outcomes",
                "{\"source\":[\"chat\"]}",
                List.of(
                    new EventRule.Target(
                        "Target0",
                        WORKER + ":live",
                        3,
                        Duration.ofHours(1),
                        Optional.of(FAILED)))));
    assertThat(topology.schedules())
        .containsExactly(
            new Schedule(
                "every-minute",
                bus + "rule/every-minute",
                Duration.ofMinutes(1),
                WORKER + ":live"));
  }

  @Test
  void aRouteHasItsFunctionAndItsAuthorizer() {
    var pool = topology.userPool();
    assertThat(pool.groups()).containsExactly("staff");
    assertThat(pool.issuer()).endsWith(pool.id());
    assertThat(topology.api().routes())
        .containsExactly(
            new HttpApi.Route(
                "POST",
                "/chat",
                WORKER + ":live",
                Optional.of(new HttpApi.JwtAuthorizer(pool.issuer(), List.of(pool.clientId())))));
    assertThat(topology.api().throttle()).isEqualTo(new HttpApi.Throttle(2.5, 20));
    assertThat(topology.api().cors()).map(HttpApi.Cors::maxAge).hasValue(Duration.ofMinutes(1));
  }

  @Test
  void everyRunGetsTheSameIds() {
    assertThat(new SmallTemplate(folder).read()).isEqualTo(topology);
  }
}
