package navigator.local.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.MessageQueue;
import scala.Function1;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The messages of a FIFO queue in the order that SQS looks through them: from the oldest on, the
 * first group of which nothing is in flight. ElasticMQ's own goes by the groups' hashes, so that
 * some conversations wait for ever while others come. For one actor.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/avoid-backlog-with-the-same-message-group-id.html">Amazon
 *     SQS: FIFO queues scan their first messages for available groups</a>
 */
final class OldestGroupFirst extends MessageQueue.SimpleMessageQueue {

  private final Map<String, Long> places = new HashMap<>();
  private final TreeMap<Long, InternalMessage> inOrder = new TreeMap<>();
  private long next;

  /** Adds a message, or what came back at the place that it had. */
  @Override
  public void $plus$eq(InternalMessage message) {
    messagesById().put(message.id(), message);
    inOrder.put(places.computeIfAbsent(message.id(), _ -> next++), message);
  }

  @Override
  public Option<InternalMessage> pop() {
    if (inOrder.isEmpty()) {
      return Option.empty();
    }
    var oldest = inOrder.firstEntry().getValue();
    remove(oldest.id());
    return Option.apply(oldest);
  }

  @Override
  public void clear() {
    super.clear();
    inOrder.clear();
    places.clear();
  }

  @Override
  public void remove(String id) {
    messagesById().remove(id);
    var place = places.remove(id);
    if (place != null) {
      inOrder.remove(place);
    }
  }

  // Only to put them back with another time, so that they keep their places.
  @Override
  public MessageQueue filterNot(Function1<InternalMessage, Object> predicate) {
    for (var message : new ArrayList<>(inOrder.values())) {
      if ((boolean) predicate.apply(message)) {
        messagesById().remove(message.id());
        inOrder.remove(places.get(message.id()));
      }
    }
    return this;
  }

  /** Of a group that has one in flight nothing is taken; of the others as many as fit. */
  @Override
  public scala.collection.immutable.List<InternalMessage> dequeue(int count, long deliveryTime) {
    var busy = busy(deliveryTime);
    var groups = new LinkedHashMap<String, List<InternalMessage>>();
    for (var message : inOrder.values()) {
      String group = message.messageGroupId().get();
      if (!busy.contains(group) && (groups.size() < count || groups.containsKey(group))) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(message);
      }
    }
    var taken = groups.values().stream().flatMap(List::stream).limit(count).toList();
    return CollectionConverters.asScala(taken).toList();
  }

  private Set<String> busy(long deliveryTime) {
    var busy = new HashSet<String>();
    for (var message : inOrder.values()) {
      if (!message.deliverable(deliveryTime)) {
        busy.add(message.messageGroupId().get());
      }
    }
    return busy;
  }
}
