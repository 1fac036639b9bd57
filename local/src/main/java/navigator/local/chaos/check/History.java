package navigator.local.chaos.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run left behind, as the checker reads it. Ids and wire names are plain texts on purpose:
 * the checker shares no reading code with those whom it checks.
 *
 * @param cuts the questions of model calls whose connection was cut, hashed
 * @param deleted the conversations that clients deleted
 * @param answers what clients were told
 * @param breaches of promises that were met on the way
 * @param operations what operators did
 */
public record History(
    List<Accepted> accepted,
    List<Stored> requests,
    List<Outcome> outcomes,
    List<Reply> replies,
    List<Left> left,
    List<ModelCall> calls,
    List<String> cuts,
    List<Kill> kills,
    List<String> deleted,
    List<Told> answers,
    List<Breach> breaches,
    Operations operations) {

  /** A request that a client got a 202 for. */
  public record Accepted(String id, String question) {}

  /**
   * A request of the table.
   *
   * @param questionHash of its user message; empty if that has no text any more
   * @param endedAt empty until it has a terminal state
   * @param errorCode empty if there is none
   * @param errorDetail what is told with it
   * @param erased whether it says that its text is gone
   * @param generation the latest
   */
  public record Stored(
      String id,
      String conversation,
      String status,
      String questionHash,
      Instant createdAt,
      Instant deadlineAt,
      Optional<Instant> endedAt,
      String errorCode,
      String errorDetail,
      boolean erased,
      int generation) {

    boolean isPending() {
      return status.equals("queued") || status.equals("in_progress");
    }
  }

  /**
   * A stored outcome.
   *
   * @param generation which asking of the request it ended
   * @param reply empty unless the model answered
   */
  public record Outcome(
      String request, int generation, boolean answered, String reply, Instant storedAt) {}

  /** A message to the user. */
  public record Reply(String request, String text, boolean marked) {}

  /**
   * A message that still lies in a queue at the end.
   *
   * @param request the id that it names; empty if it names none
   */
  public record Left(String queue, String request) {}

  /**
   * A call as the model saw it.
   *
   * @param outcome a stop reason or an error's type
   */
  public record ModelCall(
      String questionHash, Instant receivedAt, String outcome, int outputTokens) {

    boolean isBought() {
      return outputTokens > 0;
    }
  }

  /** The end of a process, or of its way back to a service. */
  public record Kill(String function, Instant at) {}

  /** A terminal state as a client was told it. */
  public record Told(String request, String status, String message) {}

  /** A promise that was seen broken while the run went on. */
  public record Breach(Promise promise, String evidence) {}
}
