package navigator.persistence.lambda;

import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;
import navigator.persistence.ListVerdict;

/** What callers are told who asked for a part of a list. */
final class ListAnswers {

  private ListAnswers() {}

  static HttpAnswer of(ListVerdict<?> verdict) {
    return switch (verdict) {
      case ListVerdict.Listed<?> listed -> HttpAnswer.json(200, listed.page(), Map.of());
      case ListVerdict.Invalid<?> invalid -> HttpAnswer.problem(Problem.ofFaults(invalid.faults()));
      case ListVerdict.NotFound<?> _ ->
          HttpAnswer.problem(
              Problem.of(ProblemKind.NOT_FOUND, "There is no such conversation of yours."));
    };
  }
}
