package navigator.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What was chosen on the command line, by {@code -c key=value}. */
final class Context {

  private static final Set<String> KEYS =
      Set.of(
          "stage",
          "model",
          "quotaTokens",
          "quotaRequests",
          "furtherModels",
          "guardrail",
          "guardrailVersion",
          "workers",
          "waiters",
          "reserve",
          "userRate",
          "userPending",
          "origins",
          "alarmEmail");

  private final Map<String, String> values = new TreeMap<>();

  /**
   * @param context the app's context; keys with a colon or a slash are the toolkit's own
   * @throws IllegalArgumentException if a key is unknown, naming it
   */
  Context(Map<String, ?> context) {
    context.forEach(
        (key, value) -> {
          if (!key.contains(":") && !key.contains("/")) {
            values.put(key, String.valueOf(value));
          }
        });
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown context: %s; known are %s".formatted(unknown, new TreeSet<>(KEYS)));
    }
  }

  /**
   * The settings that follow.
   *
   * @throws IllegalArgumentException if a value is not one of its key
   */
  StackSettings settings() {
    StackSettings settings = stage();
    return settings
        .answering(answering(settings.answering()))
        .capacity(capacity(settings.capacity()))
        .origins(value("origins").map(list -> List.of(list.split(","))).orElse(settings.origins()))
        .alarmEmail(value("alarmEmail"));
  }

  private StackSettings stage() {
    String stage = value("stage").orElse("dev");
    return switch (stage) {
      case "dev" -> StackSettings.defaults();
      case "prod" -> StackSettings.prod();
      default -> throw new IllegalArgumentException("stage is dev or prod, not \"" + stage + "\"");
    };
  }

  private Answering answering(Answering usual) {
    Answering answering = models(usual);
    Optional<String> guardrail = value("guardrail");
    Optional<String> version = value("guardrailVersion");
    if (guardrail.isPresent() != version.isPresent()) {
      throw new IllegalArgumentException("guardrail and guardrailVersion go together");
    }
    return guardrail
        .map(id -> answering.guardedBy(new Answering.Guardrail(id, version.orElseThrow())))
        .orElse(answering);
  }

  private Answering models(Answering usual) {
    Answering asking = value("model").map(id -> usual.by(new BedrockModel(id))).orElse(usual);
    int tokens = parsed("quotaTokens", Integer::valueOf).orElse(0);
    int requests = parsed("quotaRequests", Integer::valueOf).orElse(0);
    return asking
        .within(new ModelQuota(tokens, requests))
        .elseBy(value("furtherModels").map(FurtherModel::list).orElse(usual.further()));
  }

  private Capacity capacity(Capacity usual) {
    Capacity working = parsed("workers", Integer::valueOf).map(usual::withWorkers).orElse(usual);
    Capacity capacity =
        parsed("waiters", Integer::valueOf).map(working::withWaiters).orElse(working);
    Capacity reserving =
        parsed("reserve", Context::truth).map(capacity::reserving).orElse(capacity);
    return reserving.withUsers(users(reserving.users()));
  }

  private PerUser users(PerUser usual) {
    PerUser paced =
        parsed("userRate", Integer::valueOf).map(usual::withRequestsPerMinute).orElse(usual);
    return parsed("userPending", Integer::valueOf).map(paced::withPending).orElse(paced);
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  private <T> Optional<T> parsed(String key, Function<String, T> parser) {
    return value(key)
        .map(
            text -> {
              try {
                return parser.apply(text);
              } catch (NumberFormatException e) {
                throw new IllegalArgumentException(key + " is a number, not \"" + text + "\"", e);
              }
            });
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException("reserve is true or false, not \"" + text + "\"");
    };
  }
}
