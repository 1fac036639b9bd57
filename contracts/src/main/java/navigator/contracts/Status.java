package navigator.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * Where a request stands.
 *
 * <pre>
 * queued &lt;-&gt; in_progress -&gt; completed | fallback | cancelled
 *                            fallback -&gt; completed (a real answer supersedes a fallback reply)
 * </pre>
 */
public enum Status {
  QUEUED,
  IN_PROGRESS,
  COMPLETED,
  FALLBACK,
  CANCELLED;

  /** Whether a request may go from this status to {@code next}. */
  public boolean canBecome(Status next) {
    return successors().contains(next);
  }

  /** Whether the client may stop polling. */
  public boolean isTerminal() {
    return switch (this) {
      case QUEUED, IN_PROGRESS -> false;
      case COMPLETED, FALLBACK, CANCELLED -> true;
    };
  }

  private Set<Status> successors() {
    return switch (this) {
      case QUEUED -> Set.of(IN_PROGRESS, COMPLETED, FALLBACK, CANCELLED);
      case IN_PROGRESS -> Set.of(QUEUED, COMPLETED, FALLBACK, CANCELLED);
      case FALLBACK -> Set.of(COMPLETED);
      case COMPLETED, CANCELLED -> Set.of();
    };
  }

  /**
   * The status of that wire name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Status ofWireName(String name) {
    for (Status status : values()) {
      if (status.wireName().equals(name)) {
        return status;
      }
    }
    throw new IllegalArgumentException("the status is not known");
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
