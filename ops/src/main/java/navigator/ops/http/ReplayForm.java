package navigator.ops.http;

import static navigator.ops.replay.ReplayTerms.DEFAULT;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.http.Faults;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.JsonObject;
import navigator.ops.LetterFilter;
import navigator.ops.replay.ReplayOrder;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;

/** The form of the bodies that say what is to be replayed, and how; each is read once. */
final class ReplayForm {

  private static final String NAME = "name";
  private static final String REASON = "reason";
  private static final String SELECTION = "selection";
  private static final Set<String> OF_PLANS =
      Set.of(SELECTION, "rate", "maximum", "canary", "stop_share", "deadline_seconds");

  private final BodyFields body;

  private ReplayForm(JsonObject body) {
    this.body = new BodyFields(body, "", new Faults());
  }

  /**
   * What a plan is asked for.
   *
   * @param refusal there if something is wrong; the rest is then for nothing
   */
  record Wanted(Selection selection, ReplayTerms terms, Optional<HttpAnswer> refusal) {}

  /** What is ordered; nothing of it counts if something is wrong. */
  record Ordered(String name, String reason, Wanted wanted) {}

  static Wanted ofPlan(JsonObject body) {
    ReplayForm form = new ReplayForm(body);
    form.body.refuseOthers(OF_PLANS);
    return form.wanted();
  }

  static Ordered ofOrder(JsonObject body) {
    ReplayForm form = new ReplayForm(body);
    Set<String> known = new HashSet<>(OF_PLANS);
    known.addAll(Set.of(NAME, REASON));
    form.body.refuseOthers(known);
    String name = form.name();
    String reason = ReasonForm.required(form.body);
    return new Ordered(name, reason, form.wanted());
  }

  private Wanted wanted() {
    Selection selection =
        body.object(SELECTION)
            .map(fields -> new SelectionForm(fields).read())
            .orElseGet(() -> new Selection.Filtered(LetterFilter.ALL));
    ReplayTerms terms = terms();
    return new Wanted(selection, terms, body.refusal());
  }

  private String name() {
    String name = body.requires(NAME) ? body.word(NAME) : null;
    if (name != null && !ReplayOrder.isName(name)) {
      body.fault(NAME, "must be 1 to 64 of a-z, 0-9 and -");
    }
    return name == null ? "" : name;
  }

  private ReplayTerms terms() {
    int seconds =
        body.integer(
            "deadline_seconds",
            (int) ReplayTerms.SHORTEST.toSeconds(),
            (int) ReplayTerms.LONGEST.toSeconds(),
            (int) DEFAULT.deadline().toSeconds());
    return new ReplayTerms(
        body.integer("rate", 1, ReplayTerms.MOST_RATE, DEFAULT.rate()),
        body.integer("maximum", 1, ReplayTerms.MOST_MAXIMUM, DEFAULT.maximum()),
        body.integer("canary", 0, ReplayTerms.MOST_CANARY, DEFAULT.canary()),
        body.share("stop_share", DEFAULT.stopShare()),
        Duration.ofSeconds(seconds));
  }
}
