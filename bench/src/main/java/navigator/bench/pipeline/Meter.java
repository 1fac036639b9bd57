package navigator.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import navigator.bench.pipeline.Calls.Kind;
import navigator.bench.pipeline.Calls.Use;
import navigator.local.gateway.AwsService;
import navigator.local.gateway.Upstream;
import navigator.local.iam.Principal;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import navigator.local.stack.Wiretap;

/**
 * Counts every AWS call at the gateway, and sees when a request is completed: that is when the
 * transaction of the function that writes outcomes was answered. Safe for use by many threads.
 */
final class Meter implements Wiretap {

  private static final Pattern REQUEST = Pattern.compile("\"REQUEST#([0-9a-f-]{36})\"");

  /** What CloudWatch counts for each line beside its bytes. */
  private static final int LINE_OVERHEAD = 26;

  private final Map<Kind, Use> uses = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Long>> completions = new ConcurrentHashMap<>();
  private final LongAdder logBytes = new LongAdder();

  @Override
  public void passing(AwsService service, String operation, Call call) {
    // Counted with its answer.
  }

  @Override
  public Upstream before(AwsService service, Upstream upstream) {
    return (call, operation, caller) -> {
      boolean table = service == AwsService.DYNAMODB;
      Reply reply = upstream.send(table ? Capacity.asking(call) : call, operation, caller);
      long now = System.nanoTime();
      String who = name(caller);
      uses.merge(
          new Kind(who, service, action(operation, reply)),
          table ? Capacity.of(operation, reply) : new Use(1, 0, 0),
          Use::plus);
      if (operation.equals("TransactWriteItems")
          && who.equals(Way.OUTCOME.function())
          && reply.status() == 200) {
        complete(call, now);
      }
      return reply;
    };
  }

  private static String name(Principal caller) {
    return caller.function().orElse(caller.name());
  }

  private static String action(String operation, Reply reply) {
    return operation.equals("ReceiveMessage") && !reply.body().text().contains("\"ReceiptHandle\"")
        ? Calls.EMPTY_RECEIVE
        : operation;
  }

  private void complete(Call call, long now) {
    var ids = REQUEST.matcher(call.body().text());
    while (ids.find()) {
      completion(ids.group(1)).complete(now);
    }
  }

  /** When a request was completed, on the clock of {@link System#nanoTime()}. */
  CompletableFuture<Long> completion(String requestId) {
    return completions.computeIfAbsent(requestId, _ -> new CompletableFuture<>());
  }

  /** All calls so far. */
  Calls calls() {
    return new Calls(uses);
  }

  /** Counts a line that a function printed, if it is on the way of a request. */
  void line(String function, String text) {
    if (Way.has(function)) {
      logBytes.add(text.getBytes(StandardCharsets.UTF_8).length + LINE_OVERHEAD);
    }
  }

  /** The bytes that these functions printed so far, as CloudWatch counts them. */
  long logBytes() {
    return logBytes.sum();
  }
}
