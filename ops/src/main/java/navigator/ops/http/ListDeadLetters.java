package navigator.ops.http;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.http.HttpAnswer;
import navigator.ops.LetterPage;
import navigator.ops.LetterQuery;
import navigator.ops.ListLetters;

/** {@code GET /ops/dead-letters}. */
final class ListDeadLetters implements OpsRoute {

  private static final String PATH = "/ops/dead-letters";

  private final ListLetters letters;

  ListDeadLetters(ListLetters letters) {
    this.letters = letters;
  }

  @Override
  public HttpAnswer answer(OpsCall call) throws InterruptedException {
    Parameters parameters = new Parameters(call, known());
    LetterQuery query =
        new LetterQuery(StatesForm.read(parameters), new FilterForm(parameters).read());
    int limit = parameters.limit();
    Optional<HttpAnswer> refusal = parameters.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<LetterPage> page = letters.list(query, limit, parameters.after());
    return page.map(part -> parameters.page(PATH, part.items(), part.next()))
        .orElseGet(parameters::foreignCursor);
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(FilterForm.NAMES);
    known.addAll(Set.of(StatesForm.NAME, Parameters.LIMIT, Parameters.AFTER));
    return known;
  }
}
