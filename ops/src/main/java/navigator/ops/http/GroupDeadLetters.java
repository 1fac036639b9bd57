package navigator.ops.http;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Page;
import navigator.ops.GroupLetters;
import navigator.ops.LetterQuery;

/** {@code GET /ops/dead-letters/groups}. */
final class GroupDeadLetters implements OpsRoute {

  private final GroupLetters groups;

  GroupDeadLetters(GroupLetters groups) {
    this.groups = groups;
  }

  @Override
  public HttpAnswer answer(OpsCall call) throws InterruptedException {
    Parameters parameters = new Parameters(call, known());
    LetterQuery query =
        new LetterQuery(StatesForm.read(parameters), new FilterForm(parameters).read());
    Optional<HttpAnswer> refusal = parameters.refusal();
    return refusal.isPresent()
        ? refusal.get()
        : HttpAnswer.json(200, new Page<>(groups.group(query), null), Map.of());
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(FilterForm.NAMES);
    known.add(StatesForm.NAME);
    return known;
  }
}
