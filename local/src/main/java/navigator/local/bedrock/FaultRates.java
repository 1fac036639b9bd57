package navigator.local.bedrock;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often faults strike by chance, each independently of the others; the first to strike counts.
 */
public record FaultRates(List<Rate> rates) {
  /** No fault strikes by chance. */
  public static final FaultRates NONE = new FaultRates(List.of());

  public FaultRates {
    rates = List.copyOf(rates);
  }

  /**
   * The chance of one fault.
   *
   * @param probability of striking a call, from 0 to 1
   */
  public record Rate(Fault fault, double probability) {
    public Rate {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("A probability is 0 to 1, not " + probability);
      }
    }
  }

  Optional<Fault> draw(RandomGenerator random) {
    return rates.stream()
        .filter(rate -> random.nextDouble() < rate.probability())
        .map(Rate::fault)
        .findFirst();
  }
}
