package navigator.bench.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import navigator.local.gateway.AwsService;

/** How often what was called; immutable. */
record Calls(Map<Kind, Use> uses) {

  /** The receives that found nothing, which cost the same whether anybody asks or not. */
  static final String EMPTY_RECEIVE = "ReceiveMessage (empty)";

  Calls {
    uses = Map.copyOf(uses);
  }

  /**
   * Calls that are counted together.
   *
   * @param caller the function in whose role they were made, or the principal's name
   * @param action the operation; receives without a message are an action of their own
   */
  record Kind(String caller, AwsService service, String action) {}

  /**
   * How much.
   *
   * @param reads DynamoDB's read request units
   * @param writes DynamoDB's write request units, with those of transactions and indexes
   */
  record Use(long count, double reads, double writes) {

    static final Use NONE = new Use(0, 0, 0);

    Use plus(Use other) {
      return new Use(count + other.count, reads + other.reads, writes + other.writes);
    }

    Use minus(Use other) {
      return new Use(count - other.count, reads - other.reads, writes - other.writes);
    }
  }

  /** What came after an earlier count. */
  Calls since(Calls earlier) {
    return new Calls(
        uses.entrySet().stream()
            .filter(use -> use.getValue().count() > earlier.of(use.getKey()).count())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, use -> use.getValue().minus(earlier.of(use.getKey())))));
  }

  private Use of(Kind kind) {
    return uses.getOrDefault(kind, Use.NONE);
  }

  /** Those that are meant. */
  Calls only(Predicate<Kind> meant) {
    return new Calls(
        uses.entrySet().stream()
            .filter(use -> meant.test(use.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** All of them together. */
  Use sum() {
    return uses.values().stream().reduce(Use.NONE, Use::plus);
  }

  /** By caller, then by service and action. */
  List<Map.Entry<Kind, Use>> inOrder() {
    return uses.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing(Kind::caller)
                    .thenComparing(Kind::service)
                    .thenComparing(Kind::action)))
        .toList();
  }
}
