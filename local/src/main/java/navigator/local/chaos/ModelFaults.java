package navigator.local.chaos;

import static navigator.local.bedrock.BedrockError.ACCESS_DENIED;
import static navigator.local.bedrock.BedrockError.INTERNAL_SERVER;
import static navigator.local.bedrock.BedrockError.MODEL_ERROR;
import static navigator.local.bedrock.BedrockError.MODEL_NOT_READY;
import static navigator.local.bedrock.BedrockError.MODEL_TIMEOUT;
import static navigator.local.bedrock.BedrockError.RESOURCE_NOT_FOUND;
import static navigator.local.bedrock.BedrockError.SERVICE_UNAVAILABLE;
import static navigator.local.bedrock.BedrockError.VALIDATION;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import navigator.local.bedrock.Fault;
import navigator.local.bedrock.FaultScript;

/**
 * The faults that questions meet. Each question has a fate that depends on the seed and its text
 * alone, so that the same questions fail in the same ways in every run. Safe for use by many
 * threads.
 */
final class ModelFaults implements FaultScript {

  private static final int LONGEST_WHILE = 3;
  private static final List<Kind> FATES =
      List.of(
          Kind.MODEL_FAILED_FOR_A_WHILE,
          Kind.MODEL_REFUSED,
          Kind.MODEL_SPOILT,
          Kind.MODEL_TRUNCATED,
          Kind.MODEL_FAILED_FOR_GOOD);
  private static final List<Fault> PASSING =
      List.of(
          new Fault.Refused(MODEL_NOT_READY),
          new Fault.Refused(MODEL_TIMEOUT),
          new Fault.Refused(MODEL_ERROR),
          new Fault.Refused(INTERNAL_SERVER),
          new Fault.Refused(SERVICE_UNAVAILABLE),
          // Longer than the test stack waits for a call.
          new Fault.Late(Duration.ofSeconds(4)));
  private static final List<Fault> REFUSALS =
      List.of(
          new Fault.Refused(ACCESS_DENIED),
          new Fault.Refused(VALIDATION),
          new Fault.Refused(RESOURCE_NOT_FOUND));
  private static final List<Fault> SPOILT =
      List.of(new Fault.Empty(), new Fault.Filtered(), new Fault.Blocked());

  private final ChaosPlan plan;
  private final Injected injected;
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();

  ModelFaults(ChaosPlan plan, Injected injected) {
    this.plan = plan;
    this.injected = injected;
  }

  @Override
  public Optional<Fault> faultOf(String question) {
    var random = plan.random(question);
    var call = calls.merge(question, 1, Integer::sum);
    return ChaosPlan.draw(FATES, random).flatMap(fate -> fault(fate, call, random));
  }

  private Optional<Fault> fault(Kind fate, int call, RandomGenerator random) {
    var fault =
        switch (fate) {
          case MODEL_REFUSED -> any(REFUSALS, random);
          case MODEL_SPOILT -> any(SPOILT, random);
          case MODEL_TRUNCATED -> Optional.<Fault>of(new Fault.Truncated());
          case MODEL_FAILED_FOR_GOOD -> Optional.<Fault>of(new Fault.Refused(SERVICE_UNAVAILABLE));
          default -> passing(call, random);
        };
    fault.ifPresent(struck -> injected.count(fate));
    return fault;
  }

  private static Optional<Fault> passing(int call, RandomGenerator random) {
    var length = 1 + random.nextInt(LONGEST_WHILE);
    if (call > length) {
      return Optional.empty();
    }
    return any(PASSING, new SplittableRandom(random.nextLong() + call));
  }

  private static Optional<Fault> any(List<Fault> faults, RandomGenerator random) {
    return Optional.of(faults.get(random.nextInt(faults.size())));
  }
}
