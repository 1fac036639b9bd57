package navigator.ops.http;

import java.util.List;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;

/** What callers are told who do not get what they asked for. */
final class Refusals {

  private Refusals() {}

  /** That there is no such thing, or not for this caller. */
  static HttpAnswer notFound() {
    return problem(ProblemKind.NOT_FOUND, "There is no such thing of yours.");
  }

  static HttpAnswer faulty(List<Problem.Fault> faults) {
    return HttpAnswer.problem(Problem.ofFaults(faults));
  }

  static HttpAnswer malformed(String reason) {
    return problem(ProblemKind.MALFORMED_JSON, "Nothing was done: " + reason + ".");
  }

  static HttpAnswer notJson() {
    return problem(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send JSON in UTF-8, as application/json.");
  }

  static HttpAnswer nameTaken() {
    return problem(
        ProblemKind.REPLAY_NAME_TAKEN, "Nothing was started; names are taken once and for all.");
  }

  private static HttpAnswer problem(ProblemKind kind, String detail) {
    return HttpAnswer.problem(Problem.of(kind, detail));
  }
}
