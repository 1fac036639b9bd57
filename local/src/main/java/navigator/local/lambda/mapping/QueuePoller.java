package navigator.local.lambda.mapping;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;
import navigator.local.topology.QueueMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The poller of one event source mapping: receives batches one after the other and has up to
 * MaximumConcurrency of them processed at once. SQS itself keeps a group's messages in one batch at
 * a time.
 */
public final class QueuePoller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
  // What Lambda starts with for a mapping that sets no maximum.
  private static final int DEFAULT_CONCURRENCY = 5;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final QueueMapping mapping;
  private final SourceQueue queue;
  private final FunctionInvoker functions;
  private final Thread thread;
  private final int concurrency;
  private final Semaphore free;
  private final BackOff receiving = new BackOff();
  private final BackOff invoking = new BackOff();
  private volatile boolean closed;

  QueuePoller(QueueMapping mapping, SourceQueue queue, FunctionInvoker functions) {
    this.mapping = mapping;
    this.queue = queue;
    this.functions = functions;
    this.concurrency = mapping.maximumConcurrency().orElse(DEFAULT_CONCURRENCY);
    this.free = new Semaphore(concurrency);
    this.thread = Thread.ofVirtual().name("poller-" + mapping.queueArn()).unstarted(this::poll);
  }

  void start() {
    thread.start();
  }

  private void poll() {
    try {
      while (!closed) {
        receiving.await();
        invoking.await();
        free.acquire();
        hand(receive());
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private List<Message> receive() {
    try {
      var batch = queue.receive();
      receiving.succeeded();
      return batch;
    } catch (AbortedException e) {
      return List.of();
    } catch (SdkException e) {
      if (!closed) {
        LOG.warn("Receiving from {} failed: {}", mapping.queueArn(), e.getMessage());
        receiving.failed();
      }
      return List.of();
    }
  }

  private void hand(List<Message> batch) {
    if (batch.isEmpty()) {
      free.release();
    } else {
      Thread.ofVirtual().name("batch-" + mapping.functionArn()).start(() -> process(batch));
    }
  }

  private void process(List<Message> batch) {
    try {
      queue.delete(succeeded(batch));
    } catch (InterruptedException e) {
      // Closed: the batch comes again after its visibility timeout.
    } finally {
      free.release();
    }
  }

  private List<Message> succeeded(List<Message> batch) throws InterruptedException {
    var event = QueueEvent.of(batch, mapping.queueArn());
    return switch (functions.invoke(mapping.functionArn(), event)) {
      case InvokeResult.Returned(var response) -> {
        invoking.succeeded();
        yield mapping.reportBatchItemFailures() ? BatchVerdict.succeeded(batch, response) : batch;
      }
      case InvokeResult.Failed failed -> List.of();
      case InvokeResult.Throttled throttled -> {
        invoking.failed();
        yield List.of();
      }
    };
  }

  /** Stops receiving and waits a little for the batches that are being processed. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(GRACE);
      if (!free.tryAcquire(concurrency, GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("Batches of {} are left to their visibility timeout", mapping.queueArn());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
