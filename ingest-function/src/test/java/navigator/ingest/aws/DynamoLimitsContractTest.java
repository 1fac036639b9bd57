package navigator.ingest.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.ScriptedHttp;
import navigator.contracts.testing.ScriptedHttp.Answer;
import navigator.contracts.testing.TestTable;
import navigator.ingest.limit.AcquirePermit;
import navigator.ingest.limit.Permit;
import navigator.ingest.limit.UserLimits;
import navigator.ingest.limit.VirtualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class DynamoLimitsContractTest {

  private static final int THREADS = 16;

  private final TestTable table = TestTable.create();
  private final VirtualClock clock = new VirtualClock();

  @Test
  void aUsersItemHoldsNoMoreThanItMust() {
    RequestId id = RequestId.random();
    permits(6, 4).acquire("ann", id);
    long now = clock.instant().getEpochSecond();
    assertThat(table.item(Keys.limits("ann")))
        .isEqualTo(
            Map.of(
                "PK", AttributeValue.fromS("LIMITS#ann"),
                "SK", AttributeValue.fromS("LIMITS"),
                "rate_tat", number(now * 1_000_000 + 10_000_000),
                "pending", AttributeValue.fromM(Map.of(id.value(), number(now))),
                "expires_at", number(now + 7_200)));
  }

  @Test
  void manyAtOnceTakeAsManyPermitsAsThereAre() throws Exception {
    assertThat(grantedToMany(permits(7, 100), 40)).isEqualTo(7);
    assertThat(grantedToMany(permits(10_000, 9), 40)).isEqualTo(9);
  }

  @Test
  void eachFormOfTheItemIsCome() {
    AcquirePermit permits = permits(2, 4);
    assertThat(permits.acquire("ann", RequestId.random())).isInstanceOf(Permit.Granted.class);
    assertThat(permits.acquire("ann", RequestId.random())).isInstanceOf(Permit.Granted.class);
    assertThat(permits.acquire("ann", RequestId.random())).isInstanceOf(Permit.TooFast.class);
    clock.pass(Duration.ofMinutes(2));
    assertThat(permits.acquire("ann", RequestId.random())).isInstanceOf(Permit.Granted.class);
    assertThat(pending()).hasSize(3);
  }

  @Test
  void permitsOfRequestsThatHaveEndedAreFound() {
    AcquirePermit permits = permits(600, 3);
    List<RequestId> ids = Stream.generate(RequestId::random).limit(3).toList();
    for (RequestId id : ids) {
      permits.acquire("ann", id);
      is(id, Status.QUEUED);
    }
    assertThat(permits.acquire("ann", RequestId.random())).isInstanceOf(Permit.TooMany.class);
    is(ids.get(0), Status.COMPLETED);
    is(ids.get(1), Status.CANCELLED);
    RequestId next = RequestId.random();
    assertThat(permits.acquire("ann", next)).isInstanceOf(Permit.Granted.class);
    assertThat(pending()).containsOnlyKeys(ids.get(2).value(), next.value());
  }

  @Test
  void aPermitIsReleasedAlsoWhereThereIsNone() {
    DynamoLimits limits = new DynamoLimits(table.client(), table.name());
    RequestId id = RequestId.random();
    assertThat(limits.release("ann", Set.of(id))).isTrue();
    assertThat(table.items()).isEmpty();
    permits(6, 1).acquire("ann", id);
    assertThat(limits.release("ann", Set.of(id, RequestId.random()))).isTrue();
    assertThat(permits(6, 1).acquire("ann", RequestId.random())).isInstanceOf(Permit.Granted.class);
  }

  @ParameterizedTest
  @MethodSource
  void whatCannotBeHadInTimeRefusesNobody(Answer answer) {
    try (ScriptedHttp dynamo = ScriptedHttp.start(answer)) {
      DynamoLimits limits = new DynamoLimits(client(dynamo), "table");
      assertThat(
              new AcquirePermit(new UserLimits(6, 4), limits, clock)
                  .acquire("ann", RequestId.random()))
          .isEqualTo(new Permit.Unknown());
      assertThat(limits.statuses(Set.of(RequestId.random()))).isEmpty();
      assertThat(limits.release("ann", Set.of(RequestId.random()))).isFalse();
      assertThat(new DynamoStoredRequests(client(dynamo), "table").mayHold(RequestId.random()))
          .isTrue();
    }
  }

  static Stream<Answer> whatCannotBeHadInTimeRefusesNobody() {
    return Stream.of(
        Answer.error(400, "ThrottlingException"),
        Answer.error(400, "ProvisionedThroughputExceededException"),
        Answer.error(500, "InternalServerError"));
  }

  @Test
  void statusesThatWereNotAllReadAreNotKnown() {
    String unread =
        """
        {"Responses":{"table":[]},"UnprocessedKeys":{"table":{"Keys":[{"PK":{"S":"a"}}]}}}
        """;
    try (ScriptedHttp dynamo = ScriptedHttp.start(new Answer(200, unread))) {
      assertThat(new DynamoLimits(client(dynamo), "table").statuses(Set.of(RequestId.random())))
          .isEmpty();
    }
  }

  @Test
  void aMissingPermissionIsABug() {
    try (ScriptedHttp dynamo = ScriptedHttp.start(Answer.error(400, "AccessDeniedException"))) {
      AcquirePermit permits =
          new AcquirePermit(new UserLimits(6, 4), new DynamoLimits(client(dynamo), "table"), clock);
      assertThatThrownBy(() -> permits.acquire("ann", RequestId.random()))
          .isInstanceOf(DynamoDbException.class);
    }
  }

  private static long grantedToMany(AcquirePermit permits, int calls) throws Exception {
    String user = "user-" + RequestId.random();
    List<Callable<Permit>> tasks = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      tasks.add(() -> permits.acquire(user, RequestId.random()));
    }
    try (var executor = Executors.newFixedThreadPool(THREADS)) {
      long granted = 0;
      for (Future<Permit> permit : executor.invokeAll(tasks)) {
        assertThat(permit.get()).isNotInstanceOf(Permit.Unknown.class);
        granted += permit.get() instanceof Permit.Granted ? 1 : 0;
      }
      return granted;
    }
  }

  private AcquirePermit permits(int rate, int pending) {
    return new AcquirePermit(
        new UserLimits(rate, pending), new DynamoLimits(table.client(), table.name()), clock);
  }

  private Map<String, AttributeValue> pending() {
    return requireNonNull(table.item(Keys.limits("ann")).get("pending")).m();
  }

  private void is(RequestId id, Status status) {
    table.set(Keys.request(id), "request_id", AttributeValue.fromS(id.value()));
    table.set(Keys.request(id), "status", AttributeValue.fromS(status.wireName()));
  }

  private static DynamoDbClient client(ScriptedHttp dynamo) {
    return Clients.dynamo(
        DynamoDbClient.builder()
            .endpointOverride(dynamo.url())
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
