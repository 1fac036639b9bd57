package navigator.local.chaos.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What operators did about dead letters, as the table has it and as they were told it. Words are
 * plain texts on purpose, like those of a {@link History}.
 *
 * @param commands what operators asked for
 */
public record Operations(
    List<Letter> letters,
    List<Replay> replays,
    List<Entry> entries,
    List<Audit> audit,
    List<Command> commands) {

  /** Of a run that no operator had to do with, and in which nothing failed. */
  public static final Operations NONE =
      new Operations(List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * A dead letter of a request.
   *
   * @param generation the last that failed
   * @param failures each time that it was given up, the first one first
   */
  public record Letter(String request, String state, int generation, List<Failure> failures) {}

  /** How a generation of a request ended without an answer. */
  public record Failure(int generation, String code, Instant at) {}

  /**
   * A replay.
   *
   * @param stop why it asked nothing more; empty if it asked all
   * @param cancelled whether somebody cancelled it
   * @param terms its numbers by name
   * @param counts by name
   */
  public record Replay(
      String name,
      String state,
      String stop,
      String actor,
      String reason,
      boolean cancelled,
      Map<String, Integer> terms,
      Map<String, Integer> counts) {

    boolean isEnded() {
      return Set.of("completed", "stopped", "cancelled").contains(state);
    }

    int count(String name) {
      return counts.getOrDefault(name, 0);
    }
  }

  /**
   * What a replay did about one dead letter.
   *
   * @param generation the one that had failed
   * @param skip why it was left out; empty if it was not
   */
  public record Entry(String replay, String request, int generation, String state, String skip) {

    /** Whether the replay made the request's next generation. */
    boolean isAsked() {
      return Set.of("sending", "sent", "answered", "failed").contains(state);
    }

    /** Whether it may have made it: a request can be erased before and after it is asked. */
    boolean mayBeAsked() {
      return isAsked() || (state.equals("skipped") && Set.of("erased", "gone").contains(skip));
    }
  }

  /**
   * A record of what an operator did.
   *
   * @param letters that it names
   */
  public record Audit(
      String action,
      String phase,
      String operation,
      String actor,
      String reason,
      Set<String> letters,
      Map<String, Integer> counts) {

    boolean is(String thatAction, String thatPhase) {
      return action.equals(thatAction) && phase.equals(thatPhase);
    }
  }

  /**
   * Something that an operator asked for, once or, with the same words, several times.
   *
   * @param action by the name that its record has
   * @param replay its name; empty if it was about letters
   * @param letters that it was about; empty if it was about a replay
   * @param reason nobody else's
   * @param told whether the operator was told that all of it is done
   */
  public record Command(
      String action,
      String replay,
      List<String> letters,
      String actor,
      String reason,
      boolean told) {}
}
