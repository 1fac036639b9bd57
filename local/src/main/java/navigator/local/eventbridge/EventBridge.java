package navigator.local.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import navigator.local.Credentials;
import navigator.local.FunctionInvoker;
import navigator.local.TimeScale;
import navigator.local.eventbridge.EntryReader.Verdict;
import navigator.local.eventbridge.RuleBook.RuleTarget;
import navigator.local.gateway.AwsJson;
import navigator.local.gateway.Upstream;
import navigator.local.iam.Principal;
import navigator.local.journal.Backlog;
import navigator.local.journal.Backlogs;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import navigator.local.topology.EventBus;
import navigator.local.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * EventBridge for the gateway: answers {@code PutEvents}, and delivers each event at least once to
 * the targets of every rule that it matches. What is not delivered when the process ends is left in
 * the backlog. Safe for use by many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
public final class EventBridge implements Upstream, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventBridge.class);
  private static final AwsJson JSON = new AwsJson("1.1", "AWSEvents");
  private static final int MOST_ENTRIES = 10;

  private final Topology topology;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final EntryReader entries;
  private final RuleBook rules;
  private final SqsClient sqs;
  private final Delivery delivery;
  private final Backlog<PendingDelivery> backlog;
  private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * The buses and rules of a topology.
   *
   * @param functions what gets the events that rules match
   * @param gateway where the targets' dead-letter queues are reached
   * @param credentials of a principal that may send to those queues
   * @param backlogs where events are kept until they are delivered
   * @param timeScale by how much the retries of failed hand-overs pass faster
   * @param random for event ids and jitter; safe for use by many threads
   */
  public EventBridge(
      Topology topology,
      FunctionInvoker functions,
      URI gateway,
      Credentials credentials,
      Backlogs backlogs,
      TimeScale timeScale,
      InstantSource clock,
      RandomGenerator random) {
    this.topology = topology;
    this.clock = clock;
    this.random = random;
    this.entries = new EntryReader(busNames(topology));
    this.rules = new RuleBook(topology.rules());
    this.sqs = sqs(gateway, topology.region(), credentials);
    this.backlog = backlogs.named("events", PendingDelivery.class);
    this.delivery =
        new Delivery(functions, new UndeliveredEvents(sqs, topology), timeScale, clock, random);
  }

  private static Set<String> busNames(Topology topology) {
    var names = new HashSet<>(List.of("default"));
    topology.buses().stream().map(EventBus::name).forEach(names::add);
    return names;
  }

  private static SqsClient sqs(URI gateway, String region, Credentials who) {
    return SqsClient.builder()
        .endpointOverride(gateway)
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(
                    who.accessKeyId(), who.secretAccessKey(), who.sessionToken())))
        .build();
  }

  @Override
  public Reply send(Call call, String operation, Principal caller) {
    var requested = AwsJson.input(call.body()).path("Entries").valueStream().toList();
    if (requested.isEmpty() || requested.size() > MOST_ENTRIES) {
      return invalid("A request has 1 to 10 entries, not " + requested.size());
    }
    if (requested.stream().mapToInt(EntrySize::of).sum() > EntrySize.LIMIT_BYTES) {
      return invalid("Total size of the entries in the request is over the limit.");
    }
    if (requested.stream().noneMatch(EntryReader::isComplete)) {
      return invalid("No entry has Source, DetailType and Detail.");
    }
    return JSON.reply(200, put(requested));
  }

  private static Reply invalid(String message) {
    return JSON.error(400, "ValidationException", message);
  }

  private ObjectNode put(List<JsonNode> requested) {
    var output = JsonNodeFactory.instance.objectNode();
    var results = output.putArray("Entries");
    var accepted = new ArrayList<Event>();
    requested.forEach(entry -> results.add(read(entry, accepted)));
    deliver(accepted);
    return output.put(
        "FailedEntryCount", results.valueStream().filter(r -> r.has("ErrorCode")).count());
  }

  private ObjectNode read(JsonNode requested, List<Event> accepted) {
    var result = JsonNodeFactory.instance.objectNode();
    return switch (entries.read(requested)) {
      case Verdict.Failed(var code, var message) ->
          result.put("ErrorCode", code).put("ErrorMessage", message);
      case Verdict.Accepted(var entry) -> {
        var event = Event.of(id(), entry, clock.instant(), topology.region(), topology.account());
        accepted.add(event);
        yield result.put("EventId", event.id());
      }
    };
  }

  /** Nobody is told that an event is accepted before it is kept. */
  private void deliver(List<Event> events) {
    var due = events.stream().flatMap(this::due).toList();
    backlog.take(due.stream().map(Due::pending).toList()).join();
    due.forEach(this::deliverLater);
  }

  private record Due(PendingDelivery pending, RuleTarget to) {}

  private Stream<Due> due(Event event) {
    var now = clock.instant();
    return rules.matching(event).stream()
        .map(to -> new Due(PendingDelivery.of(event, to, now), to));
  }

  /**
   * Goes on with what an earlier process left. What no target is for any more stays left; how often
   * a hand-over failed is counted anew.
   */
  public void resume() {
    for (var pending : backlog.left()) {
      rules
          .target(pending.ruleArn(), pending.targetId())
          .ifPresentOrElse(
              to -> deliverLater(new Due(pending, to)),
              () -> LOG.warn("No rule {} delivers its event", pending.ruleArn()));
    }
  }

  private void deliverLater(Due due) {
    var pending = due.pending();
    deliveries.execute(
        () -> {
          try {
            delivery.deliver(pending, due.to());
            backlog.finish(pending.id());
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            LOG.error("Event {} is left undelivered", pending.event().id(), e);
          }
        });
  }

  /** A random UUID, version 4. */
  private String id() {
    var high = (random.nextLong() & ~0xF000L) | 0x4000L;
    var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  @Override
  public void close() {
    deliveries.shutdownNow();
    sqs.close();
  }
}
