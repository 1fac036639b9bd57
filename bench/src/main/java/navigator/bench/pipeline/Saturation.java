package navigator.bench.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import navigator.bench.machine.Machine;
import navigator.bench.machine.MachineWatch;
import navigator.local.lambda.LocalLambda;
import navigator.local.lambda.runtime.Billed;
import navigator.local.stack.LocalStack;
import navigator.local.topology.HttpApi;

/** One environment of each function as busy as it can be, one function after the other. */
record Saturation(LocalStack stack, Gate gate, Asking asking) {

  /** Fewer than one user may have pending. */
  private static final int REQUESTS_A_USER = 5;

  private static final long LOOK_MILLIS = 5;
  private static final long PATIENCE_NANOS = 240_000_000_000L;

  /**
   * What was seen.
   *
   * @param perSecond requests a second, by function
   * @param batch messages that the worker had in an invocation, on average
   * @param machine while it was measured
   */
  record Result(Map<Way, Double> perSecond, double batch, Machine machine) {}

  /** Sends so many requests through all of them. */
  Result run(int requests, Consumer<String> progress) throws IOException, InterruptedException {
    Map<Way, Double> rates = new TreeMap<>();
    try (MachineWatch watch = new MachineWatch()) {
      gate.shut();
      gate.keepEvents();
      progress.accept("one environment of submit");
      List<String> ids = Collections.synchronizedList(new ArrayList<>());
      List<String> owners = Collections.synchronizedList(new ArrayList<>());
      rates.put(Way.SUBMIT, submit(requests, ids, owners));
      progress.accept("one environment of inference");
      Billed before = billed();
      rates.put(Way.INFERENCE, answer(requests));
      double batches = billed().minus(before).invocations();
      progress.accept("one environment of outcome");
      rates.put(Way.OUTCOME, persist());
      progress.accept("one environment of status");
      rates.put(Way.STATUS, poll(ids, owners));
      gate.openWide();
      return new Result(rates, requests / batches, watch.machine());
    }
  }

  private double submit(int requests, List<String> ids, List<String> owners)
      throws InterruptedException {
    List<String> users =
        IntStream.range(0, requests).mapToObj(i -> "busy-" + i / REQUESTS_A_USER).toList();
    List<String> events =
        IntStream.range(0, requests)
            .mapToObj(i -> ApiEvents.submit(users.get(i), asking.question(100_000 + i)))
            .toList();
    String arn = arn(ApiEvents.SUBMIT);
    return new ClosedLoop()
        .run(
            requests,
            i -> {
              String id =
                  ApiEvents.body(functions().invoke(arn, events.get(i)), 202)
                      .path("request_id")
                      .asText();
              synchronized (ids) {
                ids.add(id);
                owners.add(users.get(i));
              }
            });
  }

  private double answer(int requests) throws InterruptedException {
    long start = System.nanoTime();
    gate.openForOne();
    while (gate.keptEvents() < requests) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException(
            "The worker answered %d of %d".formatted(gate.keptEvents(), requests));
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return requests / ((System.nanoTime() - start) / 1e9);
  }

  private double persist() throws InterruptedException {
    List<Gate.Event> events = gate.releaseEvents();
    return new ClosedLoop()
        .run(
            events.size(),
            i -> {
              Gate.Event event = events.get(i);
              ApiEvents.returned(functions().invoke(event.functionArn(), event.payload()));
            });
  }

  private double poll(List<String> ids, List<String> owners) throws InterruptedException {
    String arn = arn(ApiEvents.STATUS);
    return new ClosedLoop()
        .run(
            ids.size(),
            i -> {
              String event = ApiEvents.status(owners.get(i), ids.get(i));
              String status =
                  ApiEvents.body(functions().invoke(arn, event), 200).path("status").asText();
              if (!status.equals("completed")) {
                throw new IllegalStateException("A request is " + status);
              }
            });
  }

  private String arn(String route) {
    return stack.topology().api().routes().stream()
        .filter(each -> (each.method() + " " + each.path()).equals(route))
        .map(HttpApi.Route::functionArn)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The API has no route " + route));
  }

  private Billed billed() {
    return stack.functions().billed().getOrDefault(Way.INFERENCE.function(), Billed.NOTHING);
  }

  private LocalLambda functions() {
    return stack.functions();
  }
}
