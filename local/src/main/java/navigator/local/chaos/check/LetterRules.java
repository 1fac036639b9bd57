package navigator.local.chaos.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import navigator.local.chaos.check.History.Outcome;
import navigator.local.chaos.check.History.Stored;
import navigator.local.chaos.check.Operations.Entry;
import navigator.local.chaos.check.Operations.Failure;
import navigator.local.chaos.check.Operations.Letter;

/** What dead letters, requests and the entries of replays say of one another. */
final class LetterRules {

  private static final String RESOLVED = "resolved";
  private static final Set<String> ENDS = Set.of("parked", RESOLVED, "discarded");

  private final List<Letter> letters;
  private final List<Entry> entries;
  private final Map<String, Stored> requests;
  private final Map<String, List<Outcome>> outcomes;
  private final Notes notes;

  LetterRules(History history, Notes notes) {
    this.letters = history.operations().letters();
    this.entries = history.operations().entries();
    this.requests =
        history.requests().stream().collect(Collectors.toMap(Stored::id, Function.identity()));
    this.outcomes = history.outcomes().stream().collect(Collectors.groupingBy(Outcome::request));
    this.notes = notes;
  }

  void check() {
    letters.forEach(this::check);
    fallbacksWithoutLetter();
    Map<String, List<Entry>> byRequest =
        entries.stream().collect(Collectors.groupingBy(Entry::request));
    requests
        .values()
        .forEach(request -> generations(request, byRequest.getOrDefault(request.id(), List.of())));
  }

  private void check(Letter letter) {
    Stored request = requests.get(letter.request());
    if (!ENDS.contains(letter.state())) {
      odd(letter.request() + " has a letter that is left " + letter.state());
    } else if (request == null) {
      odd(letter.request() + " is a letter of no request");
    } else if (letter.state().equals(RESOLVED) != request.status().equals("completed")) {
      odd("%s is %s, its letter %s".formatted(request.id(), request.status(), letter.state()));
    } else if (!letter.state().equals(RESOLVED)
        && !request.erased()
        && letter.generation() != request.generation()) {
      odd(
          "%s failed in generation %d, its letter in %d"
              .formatted(request.id(), request.generation(), letter.generation()));
    }
    Set<Integer> failed = new HashSet<>();
    for (Failure failure : letter.failures()) {
      if (!failed.add(failure.generation())) {
        odd(letter.request() + " was parked twice in generation " + failure.generation());
      }
    }
  }

  private void fallbacksWithoutLetter() {
    Set<String> known = letters.stream().map(Letter::request).collect(Collectors.toSet());
    requests.values().stream()
        .filter(request -> request.status().equals("fallback") && !known.contains(request.id()))
        .forEach(request -> odd(request.id() + " is a fallback without a letter"));
  }

  private void generations(Stored request, List<Entry> its) {
    for (int asked = 1; asked <= request.generation(); asked++) {
      int generation = asked;
      long sure = its.stream().filter(e -> e.isAsked() && makes(e, generation)).count();
      boolean perhaps = its.stream().anyMatch(e -> e.mayBeAsked() && makes(e, generation));
      if (sure > 1 || !perhaps) {
        twice("%s: generation %d was asked by %d replays".formatted(request.id(), asked, sure));
      }
    }
    its.stream()
        .filter(entry -> entry.isAsked() && entry.generation() >= request.generation())
        .forEach(entry -> twice("%s was not asked by %s".formatted(request.id(), entry.replay())));
    List<Outcome> stored = outcomes.getOrDefault(request.id(), List.of());
    for (Outcome outcome : stored) {
      if (outcome.answered() && outcome.generation() < request.generation()) {
        twice(request.id() + " was asked again although an answer was stored");
      }
      if (outcome.generation() > request.generation()) {
        twice(request.id() + " has an outcome of a generation that was never asked");
      }
    }
    if (!request.erased()) {
      its.stream()
          .filter(entry -> entry.state().equals("answered"))
          .filter(entry -> stored.stream().noneMatch(o -> o.answered() && of(o, entry)))
          .forEach(
              entry ->
                  twice("%s: %s has no answer to show".formatted(request.id(), entry.replay())));
    }
  }

  private static boolean makes(Entry entry, int generation) {
    return entry.generation() + 1 == generation;
  }

  private static boolean of(Outcome outcome, Entry entry) {
    return makes(entry, outcome.generation());
  }

  private void odd(String evidence) {
    notes.note(Promise.LETTER_AT_ODDS, evidence);
  }

  private void twice(String evidence) {
    notes.note(Promise.ASKED_TWICE, evidence);
  }
}
