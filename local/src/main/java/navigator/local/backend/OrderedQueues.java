package navigator.local.backend;

import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.elasticmq.QueueData;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueActor;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.reflect.ClassTag;

/** ElasticMQ's queues, but FIFO queues give their messages {@link OldestGroupFirst}. */
@SuppressWarnings("unchecked") // Java sees less of its supertypes' generics than Scala does.
final class OrderedQueues extends QueueManagerActor {

  private OrderedQueues(Option<ActorRef> listener) {
    super(new NowProvider(), StrictSQSLimits$.MODULE$, listener);
  }

  /**
   * The actor that keeps the queues.
   *
   * @param listener is told of every change; none: nobody is
   */
  static Props keeping(Option<ActorRef> listener) {
    return Props.create(QueueManagerActor.class, () -> new OrderedQueues(listener));
  }

  // Scala gave it two types that Java takes for incompatible.
  @Override
  @SuppressWarnings("rawtypes")
  public ClassTag ev() {
    return super.ev();
  }

  // What it would copy or move its messages to is no part of SQS, and nobody asks for it.
  @Override
  public ActorRef createQueueActor(NowProvider now, QueueData data, Option<ActorRef> listener) {
    var deadLetters =
        data.deadLettersQueue()
            .flatMap(queue -> queues().get(queue.name()))
            .map(found -> found.actorRef());
    return context()
        .actorOf(Props.create(QueueActor.class, () -> queue(now, data, deadLetters, listener)));
  }

  private static QueueActor queue(
      NowProvider now, QueueData data, Option<ActorRef> deadLetters, Option<ActorRef> listener) {
    var queue = new QueueActor(now, data, deadLetters, Option.empty(), Option.empty(), listener);
    if (data.isFifo()) {
      queue.messageQueue_$eq(new OldestGroupFirst());
    }
    return queue;
  }
}
