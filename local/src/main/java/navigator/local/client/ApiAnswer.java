package navigator.local.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import navigator.contracts.http.Problem;
import navigator.contracts.http.Problem.Fault;

/** What one call of the API gave. */
public sealed interface ApiAnswer<T> {

  /**
   * What was asked for.
   *
   * @param retryAfter how long the API wants to be left alone; zero if it does not say
   */
  record Found<T>(T value, Duration retryAfter) implements ApiAnswer<T> {}

  /** An answer that is none. */
  sealed interface Failed<T> extends ApiAnswer<T> {

    /** Why, in one line. */
    String reason();

    /** Whether the same call may succeed later. */
    boolean retryable();

    /** How long to wait before the same call is worth it; zero if nobody says. */
    Duration retryAfter();
  }

  /**
   * A function found something wrong with the call.
   *
   * @param retryAfter how long to wait before the same call is worth it; zero if it does not say
   */
  record Refused<T>(Problem problem, Duration retryAfter) implements Failed<T> {

    @Override
    public boolean retryable() {
      return problem.retryable();
    }

    @Override
    public String reason() {
      List<Fault> faults = problem.errors() == null ? List.of() : problem.errors();
      String details =
          faults.stream()
              .map(fault -> fault.pointer() + ": " + fault.detail())
              .collect(Collectors.joining("; "));
      return "%d %s: %s%s%s"
          .formatted(
              problem.status(),
              problem.code(),
              problem.detail(),
              details.isEmpty() ? "" : " (" + details + ")",
              retryAfter.isZero() ? "" : " Try again in " + retryAfter.toSeconds() + " s.");
    }
  }

  /** The gateway let the call through to no function, or no function answered it. */
  record Rejected<T>(int status, String message) implements Failed<T> {

    @Override
    public boolean retryable() {
      return status >= 500 || status == 429;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ZERO;
    }

    @Override
    public String reason() {
      return status + ": " + message;
    }
  }

  /** Nobody answered. */
  record Unreachable<T>(URI base, String cause) implements Failed<T> {

    @Override
    public boolean retryable() {
      return true;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ZERO;
    }

    @Override
    public String reason() {
      return base + " does not answer: " + cause;
    }
  }
}
