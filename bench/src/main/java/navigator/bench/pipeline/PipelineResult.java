package navigator.bench.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import navigator.bench.machine.Machine;
import navigator.bench.report.ResultFile;

/**
 * All that one run measured.
 *
 * @param model its id, as the worker has it
 * @param conversations of several turns
 * @param originals of one turn, with the tokens of the original design
 * @param machine during the whole
 */
public record PipelineResult(
    long seed,
    boolean quick,
    Sizes sizes,
    String model,
    Timing.Result times,
    Conversations.Result conversations,
    Conversations.Result originals,
    Saturation.Result rates,
    Machine machine) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final MathContext DIGITS = new MathContext(4);

  /** What it costs as it was measured. */
  Bill bill() {
    return Bill.of(conversations.consumption(), PriceList.with(model));
  }

  /** What it costs with the tokens of the original design. */
  Bill originalTokens() {
    // The worker's own limit, which follows what answers take, may have cut some of them short.
    return Bill.of(
        originals.consumption().withTokens(Asking.ORIGINAL_TOKENS, Asking.ORIGINAL_TOKENS),
        PriceList.with(model));
  }

  /** Writes it, and a chart beside it. */
  public void write(Path file) throws IOException {
    try {
      ResultFile.write(file, JSON.writeValueAsString(json()) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree is always JSON", e);
    }
    ResultFile.write(new ResultFile(file).beside(".svg"), CostChart.svg(this));
  }

  ObjectNode json() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("seed", seed).put("quick", quick).put("model", model);
    all.put("model_latency_ms", Asking.MODEL.toMillis());
    put(all, machine);
    times(all.putObject("times"));
    ObjectNode alone = all.putObject("one_environment");
    ObjectNode perSecond = alone.putObject("requests_per_second");
    rates.perSecond().forEach((way, rate) -> number(perSecond, way.word(), rate));
    number(alone.put("requests", sizes.saturating()), "messages_per_batch", rates.batch());
    put(alone, rates.machine());
    conversations(all.putObject("conversations"), conversations);
    conversations(all.putObject("original_tokens"), originals);
    ObjectNode cost = all.putObject("dollars_per_1000_conversations");
    cost(cost.putObject("measured"), bill());
    cost(cost.putObject("original_tokens"), originalTokens());
    cost(cost.putObject("original_estimate"), Bill.ORIGINAL);
    return all;
  }

  private void times(ObjectNode into) {
    into.put("requests", times.submit().sorted().size());
    put(into, times.machine());
    percentiles(into, "submit_ms", times.submit());
    percentiles(into, "added_to_model_ms", times.added());
    percentiles(into, "transaction_ms", times.transaction());
    double unit = times.transaction().p50();
    number(into, "submit_p50_in_transactions", times.submit().p50() / unit);
    number(into, "added_p50_in_transactions", times.added().p50() / unit);
    double slow = times.transaction().p99();
    number(into, "submit_p99_in_p99_transactions", times.submit().p99() / slow);
    number(into, "added_p99_in_p99_transactions", times.added().p99() / slow);
  }

  private static void conversations(ObjectNode into, Conversations.Result held) {
    into.put("conversations", held.consumption().conversations()).put("requests", held.requests());
    number(into, "read_units_per_request", held.consumption().readUnits() / held.requests());
    number(into, "write_units_per_request", held.consumption().writeUnits() / held.requests());
    ObjectNode billed = into.putObject("billed_ms_per_invocation");
    held.billed().forEach((way, millis) -> number(billed, way.word(), millis));
    into.put("input_tokens", held.consumption().inputTokens());
    into.put("output_tokens", held.consumption().outputTokens());
    calls(into.putObject("calls_per_request"), held.calls(), held.requests());
    calls(into.putObject("idle_calls_per_minute"), held.idle(), held.seconds() / 60);
  }

  private static void calls(ObjectNode into, Calls calls, double of) {
    calls
        .inOrder()
        .forEach(
            each ->
                number(
                    into,
                    "%s %s %s"
                        .formatted(
                            each.getKey().caller(),
                            each.getKey().service().signingName(),
                            each.getKey().action()),
                    each.getValue().count() / of));
  }

  private static void cost(ObjectNode into, Bill bill) {
    for (Bill.Item item : Bill.Item.values()) {
      number(into, item.wireName(), bill.of(item));
    }
    number(into, "total", bill.total());
  }

  private static void percentiles(ObjectNode into, String name, Percentiles values) {
    ObjectNode both = into.putObject(name);
    number(both, "p50", values.p50());
    number(both, "p99", values.p99());
  }

  private static void put(ObjectNode into, Machine machine) {
    number(into, "busy", machine.busy());
    number(into, "timer_lag_ms", machine.timerLag());
  }

  private static void number(ObjectNode into, String name, double value) {
    into.put(name, new BigDecimal(value).round(DIGITS).stripTrailingZeros());
  }
}
