package navigator.bench.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Makes loads; the same seed makes the same.
 *
 * @param count how many requests
 * @param least input tokens that every prompt has: its instructions, and a few words
 */
public record Requests(int count, long seed, int least) {

  private static final Quantiles SMALL_INPUT = Quantiles.of(450, 520, 600, 680, 700);
  private static final Quantiles SMALL_OUTPUT = Quantiles.of(40, 80, 120, 150, 160);
  private static final Quantiles LARGE_INPUT = Quantiles.of(4_000, 6_000, 9_000, 11_000, 12_000);
  private static final Quantiles LARGE_OUTPUT = Quantiles.of(400, 700, 1_000, 1_200, 1_400);
  private static final double LARGE_SHARE = 0.2;
  private static final int TENANTS = 5;
  private static final double NOISY_SHARE = 0.7;

  /** The tenant of {@link #noisy} that asks for more than its share. */
  public static final String NOISY = "noisy";

  /** All at once, of a few tenants in turn. */
  public List<Offered> chats() {
    RandomGenerator random = random();
    List<Offered> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(chat(i, 0, tenant(i), random));
    }
    return all;
  }

  /** Small and large ones, all at once. */
  public List<Offered> mixed() {
    RandomGenerator random = random();
    List<Offered> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean large = random.nextDouble() < LARGE_SHARE;
      int input = (large ? LARGE_INPUT : SMALL_INPUT).at(random.nextDouble());
      int output = (large ? LARGE_OUTPUT : SMALL_OUTPUT).at(random.nextDouble());
      all.add(offered(i, 0, tenant(i), input, output));
    }
    return all;
  }

  /**
   * One tenant asks most of it at once; the others ask the rest, evenly.
   *
   * @param seconds over which the others ask
   */
  public List<Offered> noisy(double seconds) {
    RandomGenerator random = random();
    List<Offered> all = new ArrayList<>();
    int noise = (int) (count * NOISY_SHARE);
    int others = count - noise;
    for (int i = 0; i < noise; i++) {
      all.add(chat(i, 0, NOISY, random));
    }
    for (int i = 0; i < others; i++) {
      all.add(chat(noise + i, seconds * i / others, tenant(i), random));
    }
    return numbered(all);
  }

  /** What was recorded, thinned, and played faster by {@code speed}. */
  public List<Offered> recorded(List<RecordedTrace.Row> rows, double speed) {
    List<RecordedTrace.Row> thinned = RecordedTrace.thinned(rows, count);
    List<Offered> all = new ArrayList<>();
    for (int i = 0; i < thinned.size(); i++) {
      RecordedTrace.Row row = thinned.get(i);
      all.add(offered(i, row.at() / speed, tenant(i), row.input(), row.output()));
    }
    return all;
  }

  /** As {@link #recorded} with a recording of the same quantiles, and arrivals by chance. */
  public List<Offered> likeRecorded(double speed) {
    RandomGenerator random = random();
    List<RecordedTrace.Row> rows = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < count; i++) {
      int input = Quantiles.RECORDED_INPUT.at(random.nextDouble());
      int output = Quantiles.RECORDED_OUTPUT.at(random.nextDouble());
      rows.add(new RecordedTrace.Row(at, input, output));
      at += random.nextExponential();
    }
    return recorded(rows, speed);
  }

  private Offered chat(int number, double at, String tenant, RandomGenerator random) {
    int input = Quantiles.CHAT_INPUT.at(random.nextDouble());
    return offered(number, at, tenant, input, Quantiles.CHAT_OUTPUT.at(random.nextDouble()));
  }

  private Offered offered(int number, double at, String tenant, int input, int output) {
    int most = Offered.MAX_OUTPUT - 1;
    return new Offered(number, at, tenant, Math.max(least, input), Math.min(most, output));
  }

  private static List<Offered> numbered(List<Offered> all) {
    all.sort(Comparator.comparingDouble(Offered::at));
    List<Offered> numbered = new ArrayList<>();
    for (Offered each : all) {
      numbered.add(
          new Offered(numbered.size(), each.at(), each.tenant(), each.input(), each.output()));
    }
    return numbered;
  }

  private static String tenant(int number) {
    return "tenant-" + number % TENANTS;
  }

  private RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
