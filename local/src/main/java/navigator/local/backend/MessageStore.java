package navigator.local.backend;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import navigator.local.journal.Backlog;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.Status;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/**
 * The actor to which ElasticMQ tells every change of a message, and which has it written down. A
 * send is answered when it is written. Deliveries and deletions are not waited for: one that a kill
 * takes back is made again, as at-least-once delivery allows. ElasticMQ's own actor for this does
 * not bring back the order within a message group, nor does it work twice in one process.
 */
final class MessageStore extends AbstractActor {

  private final Backlog<StoredMessage> backlog;

  private MessageStore(Backlog<StoredMessage> backlog) {
    this.backlog = backlog;
  }

  static Props in(Backlog<StoredMessage> backlog) {
    return Props.create(MessageStore.class, () -> new MessageStore(backlog));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(QueueEvent.MessageAdded.class, this::added)
        .match(QueueEvent.MessageUpdated.class, this::updated)
        .match(QueueEvent.MessageRemoved.class, this::removed)
        // The template says which queues there are.
        .matchAny(ofQueues -> {})
        .build();
  }

  private void added(QueueEvent.MessageAdded event) {
    answerAfter(take(StoredMessage.of(event.queueName(), event.message())));
  }

  private void updated(QueueEvent.MessageUpdated event) {
    var _ = take(StoredMessage.of(event.queueName(), event.message()));
    answer();
  }

  private void removed(QueueEvent.MessageRemoved event) {
    backlog.finish(StoredMessage.id(event.queueName(), event.messageId()));
    answer();
  }

  private CompletableFuture<Void> take(StoredMessage message) {
    return backlog.take(List.of(message));
  }

  private void answer() {
    answerAfter(CompletableFuture.completedFuture(null));
  }

  private void answerAfter(CompletableFuture<Void> written) {
    var sender = getSender();
    var self = getSelf();
    var _ =
        written.whenComplete(
            (ok, failure) ->
                sender.tell(
                    failure == null ? OperationSuccessful$.MODULE$ : new Status.Failure(failure),
                    self));
  }
}
