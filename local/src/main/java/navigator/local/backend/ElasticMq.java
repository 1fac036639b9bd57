package navigator.local.backend;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List$;

/** ElasticMQ in this process, on 127.0.0.1 and a free port, answering with the gateway's URLs. */
final class ElasticMq implements AutoCloseable {

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
              pekko.http.server.idle-timeout = infinite
              pekko.http.server.request-timeout = 30s
              pekko.http.server.parsing.max-content-length = 4m
              """)
          .withFallback(ConfigFactory.load());

  private final ActorSystem actors;
  private final int port;

  private ElasticMq(ActorSystem actors, SQSRestServer server) {
    this.actors = actors;
    this.port = server.waitUntilStarted().localAddress().getPort();
  }

  /**
   * Starts it.
   *
   * @param publicUrl where clients reach it, which the queues' URLs begin with
   * @param directory where messages are kept, synced at every write; empty: in memory
   */
  static ElasticMq start(URI publicUrl, String region, String account, Optional<Path> directory)
      throws IOException {
    var actors = ActorSystem.create("elasticmq", CONFIG, ElasticMq.class.getClassLoader());
    var store = directory.map(d -> actors.actorOf(store(d)));
    var queues = actors.actorOf(queues(store));
    if (store.isPresent()) {
      restore(store.get(), queues);
    }
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
    return new ElasticMq(actors, server);
  }

  private static Props queues(Optional<ActorRef> store) {
    return Props.create(
        QueueManagerActor.class,
        new NowProvider(),
        StrictSQSLimits$.MODULE$,
        Option.apply(store.orElse(null)));
  }

  private static Props store(Path directory) {
    var uri = "jdbc:h2:" + directory.toAbsolutePath().resolve("queues") + ";WRITE_DELAY=0";
    var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", uri, "", "", false);
    return Props.create(SqlQueuePersistenceActor.class, config, List$.MODULE$.empty());
  }

  private static void restore(ActorRef store, ActorRef queues) throws IOException {
    await(Patterns.ask(store, new QueueEvent.Restore(queues), PATIENCE), "read the stored queues");
  }

  private static void await(CompletionStage<?> stage, String what) throws IOException {
    try {
      stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
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
      await(actors.getWhenTerminated(), "stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
