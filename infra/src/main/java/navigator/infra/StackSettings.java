package navigator.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import navigator.contracts.environment.Variable;

/**
 * Everything about a deployment that can be chosen.
 *
 * @param origins of web pages that may call the API; {@code *}: any, which is safe as long as the
 *     API knows its callers by bearer tokens and not by cookies
 * @param alarmEmail who is told of alarms; empty: nobody
 */
record StackSettings(
    Stage stage,
    Answering answering,
    Timing timing,
    Capacity capacity,
    Retention retention,
    List<String> origins,
    Optional<String> alarmEmail) {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^/\\s]+");

  public StackSettings {
    origins = List.copyOf(origins);
    if (origins.isEmpty() || !origins.stream().allMatch(ORIGIN.asMatchPredicate())) {
      throw new IllegalArgumentException(
          "origins are like https://chat.example.org, or *; not " + origins);
    }
    if (!alarmEmail.stream().allMatch(EMAIL.asMatchPredicate())) {
      throw new IllegalArgumentException("alarmEmail is like ops@example.org");
    }
  }

  /** A deployment to try things out, deleted with its stack. */
  public static StackSettings defaults() {
    return new StackSettings(
        Stage.DEV,
        Answering.defaults(),
        Timing.deployed(),
        Capacity.defaults(),
        Retention.defaults(),
        List.of("*"),
        Optional.empty());
  }

  /** A deployment for users: its data outlives the stack. */
  public static StackSettings prod() {
    StackSettings usual = defaults();
    return new StackSettings(
        Stage.PROD,
        usual.answering,
        usual.timing,
        usual.capacity,
        Retention.prod(),
        usual.origins,
        usual.alarmEmail);
  }

  /** {@link #defaults()} with shorter times, and more that one user may ask for. */
  public static StackSettings forTests() {
    StackSettings usual = defaults();
    return new StackSettings(
        usual.stage,
        usual.answering,
        Timing.forTests(),
        usual.capacity.withUsers(PerUser.forTests()),
        usual.retention,
        usual.origins,
        usual.alarmEmail);
  }

  /** What the pace of the model's calls is told by, to the functions that ask for it. */
  Map<String, String> pace() {
    Map<String, String> pace = new TreeMap<>();
    pace.put(Variable.MODEL_ID, answering.model().id());
    pace.put(Variable.CALLS_AT_ONCE, String.valueOf(capacity.callsAtOnce()));
    answering.furtherVariable().ifPresent(list -> pace.put(Variable.FURTHER_MODELS, list));
    return pace;
  }

  StackSettings answering(Answering other) {
    return new StackSettings(stage, other, timing, capacity, retention, origins, alarmEmail);
  }

  StackSettings capacity(Capacity other) {
    return new StackSettings(stage, answering, timing, other, retention, origins, alarmEmail);
  }

  StackSettings origins(List<String> others) {
    return new StackSettings(stage, answering, timing, capacity, retention, others, alarmEmail);
  }

  StackSettings alarmEmail(Optional<String> other) {
    return new StackSettings(stage, answering, timing, capacity, retention, origins, other);
  }
}
