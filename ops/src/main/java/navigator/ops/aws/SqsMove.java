package navigator.ops.aws;

import navigator.ops.MoveMessages;
import navigator.ops.MoveTask;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;

/**
 * SQS's move of messages from one queue to another.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">StartMessageMoveTask</a>
 */
final class SqsMove implements MoveMessages {

  private final SqsClient sqs;
  private final String fromArn;
  private final String toArn;

  SqsMove(SqsClient sqs, String fromArn, String toArn) {
    this.sqs = sqs;
    this.fromArn = fromArn;
    this.toArn = toArn;
  }

  @Override
  public void start() {
    sqs.startMessageMoveTask(start -> start.sourceArn(fromArn).destinationArn(toArn));
  }

  @Override
  public MoveTask latest() {
    return sqs
        .listMessageMoveTasks(list -> list.sourceArn(fromArn).maxResults(1))
        .results()
        .stream()
        .findFirst()
        .map(SqsMove::task)
        .orElseThrow(() -> new IllegalStateException("SQS has forgotten the move"));
  }

  private static MoveTask task(ListMessageMoveTasksResultEntry entry) {
    Long moved = entry.approximateNumberOfMessagesMoved();
    return new MoveTask(
        state(entry.status()),
        moved == null ? 0 : moved,
        entry.approximateNumberOfMessagesToMove(),
        entry.failureReason());
  }

  private static MoveTask.State state(String status) {
    return switch (status) {
      case "RUNNING", "CANCELLING" -> MoveTask.State.RUNNING;
      case "COMPLETED" -> MoveTask.State.COMPLETED;
      case "CANCELLED" -> MoveTask.State.CANCELLED;
      default -> MoveTask.State.FAILED;
    };
  }
}
