package navigator.inference.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A model behind a token quota and a request quota, with a log of what it admitted. */
public final class SimulatedBedrock {

  private static final long ANY = 1_000_000_000_000L;

  private final Window tokens;
  private final Window requests;
  private final List<Admission> admissions = new ArrayList<>();
  private int rejections;
  private long downUntil = Long.MIN_VALUE;
  private int failures;

  /** A call that was admitted. */
  record Admission(long at, long reserved, long settled) {}

  private SimulatedBedrock(Window tokens, Window requests) {
    this.tokens = tokens;
    this.requests = requests;
  }

  /** A model with a quota of tokens alone. */
  public static SimulatedBedrock ofTokens(Window.Kind kind, long quota, Demand demand, long phase) {
    return new SimulatedBedrock(
        kind.of(quota, demand.reserved(), phase), Window.Kind.FIXED.of(ANY, 1, 0));
  }

  /** A model with a quota of requests alone. */
  public static SimulatedBedrock ofRequests(Window.Kind kind, long quota, long phase) {
    return new SimulatedBedrock(Window.Kind.FIXED.of(ANY, 1, 0), kind.of(quota, 1, phase));
  }

  /** Answers no call from now until {@code time}, in microseconds. */
  public void downUntil(long time) {
    downUntil = time;
  }

  /** Calls that failed because the model was down. */
  public int failures() {
    return failures;
  }

  /** Whether a call that begins now fails, whatever it asks. */
  boolean fails(long now) {
    boolean down = now < downUntil;
    failures += down ? 1 : 0;
    return down;
  }

  /** When the last call was admitted, in microseconds. */
  public long lastAdmitted() {
    return admissions.getLast().at();
  }

  /** Admits a call, or answers null for a 429. */
  @Nullable Admission admit(long now, long reserved, long settled) {
    if (!tokens.take(now, reserved)) {
      rejections++;
      return null;
    }
    if (!requests.take(now, 1)) {
      tokens.settle(now, now, reserved, 0);
      rejections++;
      return null;
    }
    Admission admission = new Admission(now, reserved, settled);
    admissions.add(admission);
    return admission;
  }

  void settle(long now, Admission admission) {
    tokens.settle(now, admission.at(), admission.reserved(), admission.settled());
  }

  /** Changes the token quota. */
  public void quota(long now, long quota) {
    tokens.quota(now, quota);
  }

  /** How many calls were answered by a 429. */
  public int rejections() {
    return rejections;
  }

  /** Calls that were rejected, of all. */
  public double waste() {
    return (double) rejections / Math.max(1, rejections + admissions.size());
  }

  /** What was settled of calls from {@code from} on, in tokens. */
  public long settledSince(long from) {
    return admissions.stream()
        .filter(each -> each.at() >= from)
        .mapToLong(Admission::settled)
        .sum();
  }

  /** How many calls were admitted from {@code from} on. */
  public long admittedSince(long from) {
    return admissions.stream().filter(each -> each.at() >= from).count();
  }

  /** The most tokens that the calls of any minute cost. */
  public long busiestMinute() {
    return busiest(Admission::settled);
  }

  /** The most calls of any minute. */
  public long mostCalls() {
    return busiest(_ -> 1);
  }

  private long busiest(ToLongFunction<Admission> amount) {
    long most = 0;
    long sum = 0;
    int oldest = 0;
    for (Admission each : admissions) {
      sum += amount.applyAsLong(each);
      while (admissions.get(oldest).at() <= each.at() - Window.MINUTE) {
        sum -= amount.applyAsLong(admissions.get(oldest));
        oldest++;
      }
      most = Math.max(most, sum);
    }
    return most;
  }
}
