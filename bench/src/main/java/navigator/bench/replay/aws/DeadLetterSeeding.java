package navigator.bench.replay.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import navigator.bench.stack.Seeding;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.Failure;
import navigator.inference.Outcome;
import navigator.inference.OutcomeEvents;
import navigator.inference.RequestFacts;
import navigator.inference.Stored;
import navigator.inference.aws.Outcomes;
import navigator.persistence.Verdict;
import navigator.persistence.WriteOutcome;
import navigator.persistence.aws.ChatTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Requests that fell back within the last day: stored, given up and written by the pipeline's own
 * code, for every reason, from several users, conversations and models.
 */
final class DeadLetterSeeding {

  private static final int THREADS = 8;
  private static final int USERS = 50;
  private static final int TURNS = 4;
  private static final List<String> MODELS = List.of("sonnet", "haiku", "opus");
  private static final List<ErrorCode> CODES = List.of(ErrorCode.values());
  private static final List<Role> ROLES = List.of(Role.values());
  private static final Duration SPAN = Duration.ofDays(1);
  private static final Duration DEADLINE = Duration.ofMinutes(15);

  private final String table;
  private final Seeding seeding;
  private final Outcomes outcomes;
  private final ChatTable chats;
  private final SplittableRandom random;
  private final Instant start = IsoMicros.truncate(Instant.now().minus(SPAN));

  DeadLetterSeeding(DynamoDbClient dynamo, SqsClient sqs, String table, long seed) {
    this.table = table;
    this.seeding = new Seeding(dynamo, sqs);
    this.outcomes = new Outcomes(dynamo, table, AnsweringPipeline.RETENTION);
    this.chats = new ChatTable(dynamo, table);
    this.random = new SplittableRandom(seed);
  }

  void seed(int count) throws InterruptedException {
    List<ChatRequest> requests = requests(count);
    seeding.store(table, requests);
    seeding.storeMessages(table, requests);
    List<Callable<Boolean>> ends = new ArrayList<>();
    for (ChatRequest request : requests) {
      Outcome.Failed failed = failed(request);
      ends.add(() -> end(request, failed));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Boolean> ended : threads.invokeAll(ends)) {
        if (!ended.get()) {
          throw new IllegalStateException("A request did not become a dead letter");
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A request did not become a dead letter", e);
    }
  }

  private List<ChatRequest> requests(int count) {
    Duration apart = SPAN.minus(DEADLINE).dividedBy(count);
    List<ChatRequest> requests = new ArrayList<>();
    ConversationId conversation = ConversationId.random();
    for (int i = 0; i < count; i++) {
      if (i % TURNS == 0) {
        conversation = ConversationId.random();
      }
      requests.add(request(i, conversation, start.plus(apart.multipliedBy(i))));
    }
    return requests;
  }

  private static ChatRequest request(int number, ConversationId conversation, Instant acceptedAt) {
    int talk = number / TURNS;
    return new ChatRequest(
        SchemaVersion.CURRENT,
        RequestId.random(),
        conversation,
        "user-" + talk % USERS,
        ROLES.get(talk % ROLES.size()),
        "How do I teach part %d?".formatted(number),
        new Turn(acceptedAt),
        acceptedAt,
        acceptedAt.plus(DEADLINE),
        0,
        Traceparent.ofHeader(null));
  }

  private Outcome.Failed failed(ChatRequest request) {
    ErrorCode code = CODES.get(random.nextInt(CODES.size()));
    Instant at = request.acceptedAt().plus(DEADLINE);
    Failure failure = new Failure(code, "The model gave no answer.", 1 + random.nextInt(5), at, at);
    return new Outcome.Failed(failure, MODELS.get(random.nextInt(MODELS.size())), at);
  }

  // A request that its deadline ended has no outcome: the sweep stores none.
  private boolean end(ChatRequest request, Outcome.Failed failed) {
    RequestFacts facts = RequestFacts.of(request);
    boolean stored =
        failed.failure().code() == ErrorCode.DEADLINE_EXCEEDED
            || outcomes.store(facts, failed) instanceof Stored.First;
    WriteOutcome writeOutcome =
        new WriteOutcome(
            chats.requests(),
            chats.messages(),
            chats.outcomes(AnsweringPipeline.config(table)),
            failed::storedAt);
    return stored && writeOutcome.write(OutcomeEvents.of(facts, failed)) == Verdict.PERSISTED;
  }
}
