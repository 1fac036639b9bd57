package navigator.bench.replay.aws;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import navigator.contracts.IsoMicros;
import navigator.contracts.Usage;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.inference.Claim;
import navigator.inference.Outcome;
import navigator.inference.OutcomeEvents;
import navigator.inference.RequestFacts;
import navigator.inference.Stored;
import navigator.inference.aws.Outcomes;
import navigator.inference.aws.RequestLeases;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.WriteOutcome;
import navigator.persistence.aws.ChatTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Answers at once whatever is on the queue: claims, stores the outcome and writes it with the
 * pipeline's own code, without a model and a bus. Counts what it sees.
 */
public final class AnsweringPipeline implements AutoCloseable {

  static final Duration RETENTION = Duration.ofDays(365);

  private static final int WORKERS = 4;
  private static final int BATCH = 10;
  private static final int POLL_SECONDS = 1;
  private static final Duration LEASE = Duration.ofSeconds(75);
  private static final Usage USAGE = new Usage(600, 150, 0, 0);

  private final SqsClient sqs;
  private final String queueUrl;
  private final RequestLeases leases;
  private final Outcomes outcomes;
  private final WriteOutcome writeOutcome;
  private final ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
  private final List<Future<?>> workers;
  private final Map<String, Long> delivered = new ConcurrentHashMap<>();
  private final Map<String, Long> worked = new ConcurrentHashMap<>();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong faults = new AtomicLong();
  private volatile boolean open = true;

  AnsweringPipeline(DynamoDbClient dynamo, SqsClient sqs, String table, String queueUrl) {
    InstantSource clock = InstantSource.system();
    ChatTable chats = new ChatTable(dynamo, table);
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.outcomes = new Outcomes(dynamo, table, RETENTION);
    this.leases = new RequestLeases(dynamo, table, outcomes, LEASE, new SecureRandom(), clock);
    this.writeOutcome =
        new WriteOutcome(chats.requests(), chats.messages(), chats.outcomes(config(table)), clock);
    this.workers =
        IntStream.range(0, WORKERS).<Future<?>>mapToObj(_ -> threads.submit(this::work)).toList();
  }

  static OutcomeConfig config(String table) {
    return new OutcomeConfig(table, RETENTION, Duration.ofDays(30));
  }

  /** Messages on the queue, invisible ones included. */
  public long queued() {
    Map<QueueAttributeName, String> depths =
        sqs.getQueueAttributes(
                get ->
                    get.queueUrl(queueUrl)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return depths.values().stream().mapToLong(Long::parseLong).sum();
  }

  /** What was seen so far. */
  Deliveries deliveries() {
    return new Deliveries(delivered, worked, dropped.get(), queued(), faults.get());
  }

  private void work() {
    while (open) {
      List<Message> messages =
          sqs.receiveMessage(
                  receive ->
                      receive
                          .queueUrl(queueUrl)
                          .maxNumberOfMessages(BATCH)
                          .waitTimeSeconds(POLL_SECONDS))
              .messages();
      messages.forEach(this::answerOrLeave);
    }
  }

  private void answerOrLeave(Message message) {
    try {
      answer(message.body());
      sqs.deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
    } catch (RuntimeException e) {
      faults.incrementAndGet();
    }
  }

  private void answer(String body) {
    if (!(Wire.read(body, ChatRequest.class) instanceof Read.Valid(ChatRequest request))) {
      throw new IllegalStateException("A replay sent what is no request");
    }
    delivered.merge(request.deduplicationId(), 1L, Long::sum);
    RequestFacts facts = RequestFacts.of(request);
    switch (leases.claim(request.requestId(), request.generation())) {
      case Claim.Claimed _ -> {
        worked.merge(request.deduplicationId(), 1L, Long::sum);
        store(facts);
      }
      case Claim.OutcomeStored(Outcome stored) -> write(facts, stored);
      case Claim.Crashed _ -> throw new IllegalStateException("A request failed three times");
      case Claim.Held _ -> throw new IllegalStateException("Two work on one request");
      case Claim.Superseded _, Claim.Ended _, Claim.Unknown _ -> dropped.incrementAndGet();
    }
  }

  private void store(RequestFacts facts) {
    Instant now = IsoMicros.truncate(Instant.now());
    Outcome answered = new Outcome.Answered("Like this.", "sonnet", "end_turn", USAGE, 1, now);
    switch (outcomes.store(facts, answered)) {
      case Stored.First(Outcome stored) -> write(facts, stored);
      case Stored.Already(Outcome stored) -> write(facts, stored);
      case Stored.Refused _ -> dropped.incrementAndGet();
    }
  }

  private void write(RequestFacts facts, Outcome outcome) {
    var _ = writeOutcome.write(OutcomeEvents.of(facts, outcome));
  }

  /** Stops when what was received is answered. */
  @Override
  public void close() {
    open = false;
    threads.close();
    workers.forEach(AnsweringPipeline::requireWell);
  }

  private static void requireWell(Future<?> worker) {
    if (worker.state() == Future.State.FAILED) {
      throw new IllegalStateException("The queue could not be read", worker.exceptionNow());
    }
  }
}
