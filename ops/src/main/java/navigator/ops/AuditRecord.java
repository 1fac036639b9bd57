package navigator.ops;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import navigator.contracts.IsoMicros;

/**
 * What an operator did, as it is kept for ever. An action on many things has two records, before
 * and after, with the same operation.
 *
 * @param at not finer than a microsecond
 * @param id tells those of one time apart
 * @param operation what the records of one action have in common: a replay's name, or an id
 * @param actor a caller's ARN, or the subject of a token
 * @param reason in the words of the actor
 * @param subject what it was about, by name: a request id, or what was selected by
 * @param counts what was matched and done, by name
 */
public record AuditRecord(
    Instant at,
    String id,
    AuditAction action,
    Phase phase,
    String operation,
    String actor,
    String reason,
    Map<String, String> subject,
    Map<String, Long> counts) {

  /** The most characters of an actor, and of a reason. */
  public static final int MOST_CHARACTERS = 1_000;

  /**
   * Checks that it says who and why.
   *
   * @throws IllegalArgumentException if actor, reason or operation is blank or too long, naming it
   */
  public AuditRecord {
    at = IsoMicros.truncate(at);
    requireText("operation", operation);
    requireText("actor", actor);
    requireText("reason", reason);
    subject = Map.copyOf(subject);
    counts = Map.copyOf(counts);
  }

  /** Whether the action is about to be done. */
  public enum Phase {
    REQUESTED,
    DONE;

    /** As it stands in the table. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The phase of that wire name; empty if there is none. */
    public static Optional<Phase> ofWireName(String wireName) {
      return Arrays.stream(values()).filter(phase -> phase.wireName().equals(wireName)).findFirst();
    }
  }

  /** The record of an action that is about to be done. */
  public static AuditRecord requested(
      Instant at,
      AuditAction action,
      String operation,
      String actor,
      String reason,
      Map<String, String> subject,
      Map<String, Long> counts) {
    return new AuditRecord(
        at, newId(), action, Phase.REQUESTED, operation, actor, reason, subject, counts);
  }

  /** The record of the same action once it is done, with what came of it. */
  public AuditRecord done(Instant now, Map<String, Long> outcome) {
    return new AuditRecord(
        now, newId(), action, Phase.DONE, operation, actor, reason, subject, outcome);
  }

  /** An operation that nobody has yet. */
  public static String newOperation() {
    return newId();
  }

  // UUID.randomUUID draws from SecureRandom, which a restored snapshot does not repeat.
  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    if (value.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "%s has over %d characters".formatted(name, MOST_CHARACTERS));
    }
  }
}
