package navigator.local.backend;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import navigator.local.journal.Pending;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.sql.DBMessage;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * A message of a queue as it is written down. ElasticMQ's own form for databases holds all but what
 * a FIFO queue is ordered by.
 *
 * @param deliveryReceipts JSON of ElasticMQ's
 * @param nextDelivery when it is visible, in milliseconds since 1970
 * @param attributes JSON of ElasticMQ's
 * @param created as exact as ElasticMQ's clock, in ISO 8601
 * @param orderIndex the place in its batch
 * @param received when it was received first, in milliseconds since 1970
 */
record StoredMessage(
    String queue,
    String messageId,
    String deliveryReceipts,
    long nextDelivery,
    String content,
    String attributes,
    String created,
    int orderIndex,
    boolean fifo,
    @Nullable Long received,
    int receiveCount,
    @Nullable String groupId,
    @Nullable String deduplicationId,
    @Nullable String tracingId,
    @Nullable String sequenceNumber,
    @Nullable String deadLetterSourceQueueName)
    implements Pending {

  static StoredMessage of(String queue, InternalMessage message) {
    var stored = DBMessage.from(message);
    return new StoredMessage(
        queue,
        stored.messageId(),
        text(stored.deliveryReceipts()),
        stored.nextDelivery(),
        text(stored.content()),
        text(stored.attributes()),
        message.created().toString(),
        message.orderIndex(),
        message.isFifo(),
        (Long) orNull(stored.received()),
        stored.receiveCount(),
        orNull(stored.groupId()),
        orNull(stored.deduplicationId()),
        orNull(stored.tracingId()),
        orNull(stored.sequenceNumber()),
        orNull(stored.deadLetterSourceQueueName()));
  }

  /** The message as it was. */
  InternalMessage message() {
    var exact = OffsetDateTime.parse(created);
    var read = stored(exact).toInternalMessage();
    return new InternalMessage(
        read.id(),
        read.deliveryReceipts(),
        read.nextDelivery(),
        read.content(),
        read.messageAttributes(),
        exact,
        orderIndex,
        read.firstReceive(),
        read.receiveCount(),
        fifo,
        read.messageGroupId(),
        read.messageDeduplicationId(),
        read.tracingId(),
        read.sequenceNumber(),
        read.deadLetterSourceQueueName());
  }

  private DBMessage stored(OffsetDateTime exact) {
    return new DBMessage(
        messageId,
        bytes(deliveryReceipts),
        nextDelivery,
        bytes(content),
        bytes(attributes),
        exact.toInstant().toEpochMilli(),
        Option.apply(received),
        receiveCount,
        Option.apply(groupId),
        Option.apply(deduplicationId),
        Option.apply(tracingId),
        Option.apply(sequenceNumber),
        Option.apply(deadLetterSourceQueueName));
  }

  // A message that is moved to a dead-letter queue keeps its id.
  static String id(String queue, String messageId) {
    return queue + " " + messageId;
  }

  @Override
  public String id() {
    return id(queue, messageId);
  }

  private static <T> @Nullable T orNull(Option<T> option) {
    return option.isDefined() ? option.get() : null;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
