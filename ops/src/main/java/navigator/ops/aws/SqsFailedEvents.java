package navigator.ops.aws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import navigator.ops.BusEvent;
import navigator.ops.FailedEvent;
import navigator.ops.FailedEvents;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** A queue of events that did not reach the table. */
final class SqsFailedEvents implements FailedEvents {

  /** Enough to publish a batch; what is left is there again soon after. */
  private static final Duration INVISIBLE = Duration.ofSeconds(60);

  /** Asks all of SQS's servers. */
  private static final Duration LONG_POLL = Duration.ofSeconds(1);

  private final SqsClient sqs;
  private final String url;
  private final Function<String, Optional<BusEvent>> unwrapping;

  SqsFailedEvents(SqsClient sqs, String url, Function<String, Optional<BusEvent>> unwrapping) {
    this.sqs = sqs;
    this.url = url;
    this.unwrapping = unwrapping;
  }

  @Override
  public List<FailedEvent> receive(int most) {
    return sqs
        .receiveMessage(
            receive ->
                receive
                    .queueUrl(url)
                    .maxNumberOfMessages(most)
                    .visibilityTimeout((int) INVISIBLE.toSeconds())
                    .waitTimeSeconds((int) LONG_POLL.toSeconds()))
        .messages()
        .stream()
        .map(this::event)
        .toList();
  }

  private FailedEvent event(Message message) {
    return new FailedEvent(
        message.messageId(),
        message.receiptHandle(),
        unwrapping.apply(message.body()).orElse(null));
  }

  @Override
  public void delete(List<FailedEvent> events) {
    List<DeleteMessageBatchRequestEntry> entries =
        IntStream.range(0, events.size())
            .mapToObj(
                i ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id("" + i)
                        .receiptHandle(events.get(i).handle())
                        .build())
            .toList();
    // One that cannot be deleted comes again, and is published twice: that is harmless.
    sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(entries));
  }
}
