package navigator.ingest.aws;

import java.util.List;
import java.util.OptionalLong;
import navigator.ingest.load.Backlog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What is in the queue: waiting, deferred, or with a worker. Safe for use by many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-resources-required-process-messages.html">Determining
 *     the time required to process messages</a>
 */
final class SqsBacklog implements Backlog {

  private static final Logger LOG = LoggerFactory.getLogger(SqsBacklog.class);

  private static final List<QueueAttributeName> COUNTS =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

  private final SqsClient sqs;
  private final String queueUrl;

  SqsBacklog(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public OptionalLong requests() {
    try {
      return OptionalLong.of(
          sqs
              .getQueueAttributes(
                  get ->
                      get.queueUrl(queueUrl)
                          .attributeNames(COUNTS)
                          .overrideConfiguration(Clients.BRIEFLY))
              .attributes()
              .values()
              .stream()
              .mapToLong(Long::parseLong)
              .sum());
    } catch (SdkException e) {
      // Whatever it is: what is not known is no reason to refuse anybody.
      LOG.atWarn().setCause(e).log("backlog.unknown");
      return OptionalLong.empty();
    }
  }
}
