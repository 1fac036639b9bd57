package navigator.local.backend;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import navigator.local.journal.Backlog;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** ElasticMQ in this process, on 127.0.0.1 and a free port, answering with the gateway's URLs. */
final class ElasticMq implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ElasticMq.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Kept connections outlive their clients' patience; long polls last 20 s. */
  private static final Config CONFIG =
      ConfigFactory.parseString(
              """
              pekko.loglevel = OFF
              pekko.stdout-loglevel = OFF
              pekko.daemonic = on
              pekko.jvm-exit-on-fatal-error = off
              pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
              pekko.scheduler.implementation = navigator.local.backend.PatientScheduler
              pekko.http.server.idle-timeout = infinite
              pekko.http.server.request-timeout = 30s
              pekko.http.server.parsing.max-content-length = 4m
              """)
          .withFallback(ConfigFactory.load());

  private static final Comparator<InternalMessage> AS_SENT =
      Comparator.comparing(InternalMessage::created).thenComparingInt(InternalMessage::orderIndex);

  private final ActorSystem actors;
  private final ActorRef queues;
  private final int port;

  private ElasticMq(ActorSystem actors, ActorRef queues, SQSRestServer server) {
    this.actors = actors;
    this.queues = queues;
    this.port = server.waitUntilStarted().localAddress().getPort();
  }

  /**
   * Starts it, without any queue.
   *
   * @param publicUrl where clients reach it, which the queues' URLs begin with
   * @param messages where messages are kept; empty: in memory
   */
  static ElasticMq start(
      URI publicUrl, String region, String account, Optional<Backlog<StoredMessage>> messages) {
    var actors = actors();
    var store = messages.map(backlog -> actors.actorOf(MessageStore.in(backlog)));
    var queues = actors.actorOf(OrderedQueues.keeping(Option.apply(store.orElse(null))));
    var server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(queues)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .withServerAddress(
                new NodeAddress(
                    publicUrl.getScheme(), publicUrl.getHost(), publicUrl.getPort(), ""))
            .withAWSRegion(region)
            .withAWSAccountId(account)
            .start();
    return new ElasticMq(actors, queues, server);
  }

  /** What its queues run in. */
  static ActorSystem actors() {
    return ActorSystem.create("elasticmq", CONFIG, ElasticMq.class.getClassLoader());
  }

  /** Puts messages back into their queues; what no queue is for any more stays left. */
  void restore(List<StoredMessage> messages) throws IOException {
    var byQueue = messages.stream().collect(Collectors.groupingBy(StoredMessage::queue));
    for (var queue : byQueue.entrySet()) {
      var oldestFirst =
          queue.getValue().stream().map(StoredMessage::message).sorted(AS_SENT).toList();
      restore(queue.getKey(), oldestFirst);
    }
  }

  private void restore(String name, List<InternalMessage> messages) throws IOException {
    var found = (Option<?>) ask(queues, new LookupQueue(name), "look up a queue");
    if (found.isDefined() && found.get() instanceof ActorRef queue) {
      var all = CollectionConverters.asScala(messages).toList();
      var _ = ask(queue, new RestoreMessages(all), "take stored messages back");
    } else {
      LOG.warn("{} messages are left: there is no queue {}", messages.size(), name);
    }
  }

  private static Object ask(ActorRef actor, Object message, String what) throws IOException {
    return await(Patterns.ask(actor, message, PATIENCE), what);
  }

  private static <T> T await(CompletionStage<T> stage, String what) throws IOException {
    try {
      return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("ElasticMQ did not " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while ElasticMQ was to " + what, e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    actors.terminate();
    try {
      var _ = await(actors.getWhenTerminated(), "stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
