package navigator.bench.throttling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import navigator.bench.load.Offered;
import navigator.bench.load.Pace;
import navigator.bench.rival.RivalHandler;
import navigator.bench.stack.Cell;
import navigator.bench.stack.Fleet;
import navigator.contracts.environment.Variable;

/**
 * An approach that is to be measured.
 *
 * @param name unlike those beside it
 * @param fleets how its workers are laid out
 */
public record Contender(String name, Approach approach, List<Fleet> fleets) {

  private static final String WORKER = "navigator.inference.lambda.InferenceHandler::handleRequest";
  private static final String RIVAL = RivalHandler.class.getName() + "::handleRequest";

  /** Where the SDK looks for the model, before it looks where everything else is. */
  private static final String BEDROCK_ENDPOINT = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";

  /**
   * How long a message is in hand: its slot is waited for, its call takes its time, and its place
   * is free when the last call of its batch has ended.
   */
  private static final double IN_HAND_SECONDS = 25;

  /** What a mapping allows for. */
  private static final int LEAST_ENVIRONMENTS = 2;

  /** Small ones, since an environment gets its next batch when all of the last has ended. */
  private static final int BATCH = 5;

  // Sonnet's own inference profiles, for which the emulator counts quotas apart.
  private static final String MODEL = ".anthropic.claude-sonnet-4-6";
  private static final List<String> GEOGRAPHIES =
      List.of("us", "eu", "apac", "jp", "au", "global", "ca", "us-gov");

  /** The most that can be beside each other. */
  public static final int MOST = GEOGRAPHIES.size();

  /**
   * An approach in a scenario.
   *
   * @param concurrency of {@link Approach#FIXED}
   */
  public static Contender of(Approach approach, ScenarioPlan plan, int concurrency) {
    List<Fleet> fleets =
        switch (approach) {
          case GOVERNOR -> List.of(paced(plan));
          case SDK_LEGACY, SDK_STANDARD -> List.of(Fleet.LARGEST);
          // Each client allows for half a call a second at least: fewer of them fit this quota.
          case SDK_ADAPTIVE -> List.of(new Fleet(2, 5));
          case FIXED -> fleets(concurrency);
        };
    return new Contender(approach.wireName().replace('_', '-'), approach, fleets);
  }

  /** {@link Approach#FIXED} with a concurrency that is tried. */
  public static Contender fixed(int concurrency) {
    return new Contender("fixed-" + concurrency, Approach.FIXED, fleets(concurrency));
  }

  // What is waited for or answered at once; what cannot run stays in the queue.
  private static Fleet paced(ScenarioPlan plan) {
    if (!plan.known()) {
      return Fleet.LARGEST;
    }
    int held = (int) Math.ceil(plan.rate() * IN_HAND_SECONDS);
    int environments =
        Math.clamp(Math.ceilDiv(held, BATCH), LEAST_ENVIRONMENTS, Fleet.LARGEST.environments());
    int batch = Math.clamp(held / environments, 1, Fleet.LARGEST.batch());
    return new Fleet(environments, batch);
  }

  /** So many messages at once, in batches of two sizes at most. */
  static List<Fleet> fleets(int concurrency) {
    int environments = Math.min(Fleet.LARGEST.environments(), concurrency);
    int batch = concurrency / environments;
    int larger = concurrency % environments;
    List<Fleet> fleets = new ArrayList<>();
    fleets.add(new Fleet(environments - larger, batch));
    if (larger > 0) {
      fleets.add(new Fleet(larger, batch + 1));
    }
    return fleets;
  }

  /** The profile of the contender at a place in a run. */
  static String model(int place) {
    return GEOGRAPHIES.get(place) + MODEL;
  }

  /** Its part of a run. */
  Cell cell(int place, ScenarioPlan plan, Pace pace, String bedrock) {
    Map<String, String> variables = new TreeMap<>();
    variables.put(BEDROCK_ENDPOINT, bedrock);
    variables.put(Variable.MAX_OUTPUT_TOKENS, "" + Offered.MAX_OUTPUT);
    variables.put(RivalHandler.RETRIES, approach.retries().name());
    variables.put(RivalHandler.MINUTE, pace.minute().toString());
    variables.putAll(quota(plan, pace));
    return new Cell(
        name,
        model(place),
        approach == Approach.GOVERNOR ? WORKER : RIVAL,
        fleets,
        approach.maxReceives(),
        variables);
  }

  // What an unknown quota is first tried with is the template's.
  private Map<String, String> quota(ScenarioPlan plan, Pace pace) {
    int environments = fleets.stream().mapToInt(Fleet::environments).sum();
    return Map.of(
        Variable.QUOTA_TOKENS_PER_MINUTE,
        plan.known() ? "" + plan.tokensPerMinute() : "0",
        Variable.QUOTA_REQUESTS_PER_MINUTE,
        "0",
        Variable.QUOTA_BURNDOWN,
        "" + Offered.BURNDOWN,
        Variable.QUOTA_FLEET,
        "" + environments,
        Variable.QUOTA_MINUTE,
        pace.minute().toString());
  }
}
