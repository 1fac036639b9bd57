package navigator.ops.http;

import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.ops.ReadQueues;

/** {@code GET /ops/queues}. */
final class ShowQueues implements OpsRoute {

  private final ReadQueues queues;

  ShowQueues(ReadQueues queues) {
    this.queues = queues;
  }

  @Override
  public HttpAnswer answer(OpsCall call) throws InterruptedException {
    return HttpAnswer.json(200, queues.read(), Map.of());
  }
}
