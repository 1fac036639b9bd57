package navigator.local.path;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.log.StateChange;

/** A log line in words. */
public final class LineText {

  private static final String NAME_PREFIX = "learning-navigator-";

  /** What these are called tells their outcome already. */
  private static final Set<StateChange> SAYS_ITS_OUTCOME =
      Set.of(StateChange.CALLED, StateChange.DEAD_LETTERED, StateChange.FELL_BACK);

  private LineText() {}

  /** The function's name without what all of them begin with. */
  public static String function(LogLine line) {
    String name = line.function();
    return name.startsWith(NAME_PREFIX) ? name.substring(NAME_PREFIX.length()) : name;
  }

  /** What happened, with the facts that the line holds. */
  public static String of(LogLine line) {
    String facts = String.join(", ", facts(line));
    String what = line.change().map(change -> words(change, line)).orElse(line.message());
    return facts.isEmpty() ? what : what + ": " + facts;
  }

  private static String words(StateChange change, LogLine line) {
    return switch (change) {
      case STORED -> "stored";
      case ACCEPTED -> "accepted";
      case REPEATED -> "submitted again";
      case CLAIMED -> "claimed";
      case ASKED -> "model asked";
      case CALLED -> called(line.text("outcome").orElse(""));
      case DEFERRED -> "deferred";
      case DROPPED -> "delivery dropped";
      case OUTCOME_STORED -> "outcome stored";
      case PUBLISHED -> "published";
      case DEAD_LETTERED -> "dead-lettered";
      case FELL_BACK -> "fallback published";
      case PERSISTED -> "persisted";
      case IGNORED -> "outcome ignored";
      case REPLAYED -> "replayed";
      case OVERDUE -> "overdue";
      case CANCELLED -> "cancelled";
    };
  }

  private static String called(String outcome) {
    return switch (outcome) {
      case "permanent" -> "model failed for good";
      case "transient" -> "model failed";
      default -> ("model " + outcome).strip();
    };
  }

  private static List<String> facts(LogLine line) {
    List<String> facts = new ArrayList<>();
    if (!line.change().filter(SAYS_ITS_OUTCOME::contains).isPresent()) {
      line.text("outcome").ifPresent(facts::add);
    }
    line.text("code").ifPresent(facts::add);
    line.number("generation").ifPresent(n -> addUnless(n == 0, "generation " + n, facts));
    line.number("attempt").ifPresent(n -> addUnless(n <= 1, "attempt " + n, facts));
    line.number("duration_ms").ifPresent(ms -> facts.add(Durations.text(Duration.ofMillis(ms))));
    tokens(line).ifPresent(facts::add);
    line.text("until").flatMap(until -> delay(line.at(), until)).ifPresent(facts::add);
    return facts;
  }

  // The first of anything is what everybody expects.
  private static void addUnless(boolean expected, String fact, List<String> facts) {
    if (!expected) {
      facts.add(fact);
    }
  }

  private static Optional<String> tokens(LogLine line) {
    return line.number("input_tokens").isPresent()
        ? Optional.of(
            "%d tokens in, %d out"
                .formatted(
                    line.number("input_tokens").orElse(0), line.number("output_tokens").orElse(0)))
        : Optional.empty();
  }

  private static Optional<String> delay(Instant at, String until) {
    try {
      return Optional.of("for " + Durations.text(Duration.between(at, Instant.parse(until))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
