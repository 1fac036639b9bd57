package navigator.local.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import navigator.local.chaos.check.History.Left;
import navigator.local.stack.LocalStack;
import navigator.local.topology.SqsQueue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What lies in the queues, as an operator reads it. What it read is invisible for a minute. */
final class QueueReading implements AutoCloseable {

  private static final int INVISIBLE_SECONDS = 60;
  private static final int RECEIVES = 2_000;
  private static final Pattern REQUEST =
      Pattern.compile("\\\\*\"request_id\\\\*\" *: *\\\\*\"([0-9a-f-]{36})");

  private final LocalStack stack;
  private final SqsClient sqs;

  QueueReading(LocalStack stack) {
    this.stack = stack;
    this.sqs = Observer.client(stack, SqsClient.builder());
  }

  /** Every message that is visible in one of the queues, with the request that it names. */
  List<Left> read() {
    var left = new ArrayList<Left>();
    for (SqsQueue queue : stack.topology().queues()) {
      List<Message> batch = receive(queue);
      for (int receives = 1; !batch.isEmpty() && receives < RECEIVES; receives++) {
        batch.forEach(message -> left.add(new Left(queue.name(), request(message))));
        batch = receive(queue);
      }
    }
    return left;
  }

  private List<Message> receive(SqsQueue queue) {
    return sqs.receiveMessage(
            receive ->
                receive
                    .queueUrl(queue.url())
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(INVISIBLE_SECONDS))
        .messages();
  }

  private static String request(Message message) {
    var named = REQUEST.matcher(message.body());
    return named.find() ? named.group(1) : "";
  }

  @Override
  public void close() {
    sqs.close();
  }
}
