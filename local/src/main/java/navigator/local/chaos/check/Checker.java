package navigator.local.chaos.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.local.chaos.check.History.Left;
import navigator.local.chaos.check.History.ModelCall;
import navigator.local.chaos.check.History.Outcome;
import navigator.local.chaos.check.History.Reply;
import navigator.local.chaos.check.History.Stored;
import navigator.local.chaos.check.History.Told;
import navigator.local.chaos.check.Operations.Failure;
import navigator.local.chaos.check.Operations.Letter;

/** Holds a history against the promises. For one use by one thread. */
public final class Checker {

  private static final String COMPLETED = "completed";
  private static final String FALLBACK = "fallback";
  private static final String CANCELLED = "cancelled";

  private final History history;
  private final Duration allowance;
  private final Reasons reasons;
  private final Map<String, Stored> requests;
  private final Map<String, List<Outcome>> outcomes;
  private final Map<String, List<Reply>> replies;
  private final Map<String, List<ModelCall>> calls;
  private final Map<String, List<Failure>> letters;
  private final Map<Promise, List<String>> broken = new EnumMap<>(Promise.class);

  /**
   * A checker of one history.
   *
   * @param allowance from a request's deadline to its end
   */
  public Checker(History history, Duration allowance) {
    this.history = history;
    this.allowance = allowance;
    this.reasons = new Reasons(history);
    this.requests =
        history.requests().stream().collect(Collectors.toMap(Stored::id, Function.identity()));
    this.outcomes = history.outcomes().stream().collect(Collectors.groupingBy(Outcome::request));
    this.replies = history.replies().stream().collect(Collectors.groupingBy(Reply::request));
    this.calls = history.calls().stream().collect(Collectors.groupingBy(ModelCall::questionHash));
    this.letters =
        history.operations().letters().stream()
            .collect(Collectors.toMap(Letter::request, Letter::failures));
  }

  /** What the history shows. */
  public Verdict verdict() {
    history.breaches().forEach(breach -> note(breach.promise(), breach.evidence()));
    history.accepted().stream()
        .filter(accepted -> !requests.containsKey(accepted.id()))
        .forEach(accepted -> note(Promise.LOST, accepted.id() + " is not in the table"));
    history.requests().forEach(this::check);
    history.answers().forEach(this::check);
    history.left().forEach(this::check);
    history.requests().stream()
        .filter(request -> !request.questionHash().isEmpty())
        .collect(Collectors.groupingBy(Stored::questionHash, Collectors.counting()))
        .forEach(this::checkSubmissions);
    new LetterRules(history, this::note).check();
    new ReplayRules(history.operations(), this::note).check();
    new CommandRules(history.operations(), this::note).check();
    Set<String> known = new HashSet<>();
    history.accepted().forEach(accepted -> known.add(accepted.id()));
    return new Verdict(
        history.accepted().size(),
        (int) requests.keySet().stream().filter(id -> !known.contains(id)).count(),
        counted(history.requests(), Stored::status),
        counted(
            history.requests().stream().filter(r -> r.status().equals(FALLBACK)).toList(),
            Stored::errorCode),
        counted(history.left(), Left::queue),
        history.requests().stream().mapToInt(this::boughtAgain).sum(),
        history.requests().stream()
            .map(this::overdue)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO),
        broken);
  }

  // Nobody asks in the same words again but under the same key.
  private void checkSubmissions(String questionHash, long requestsWithIt) {
    if (requestsWithIt > 1) {
      note(Promise.SUBMITTED_TWICE, requestsWithIt + " requests for " + questionHash);
    }
  }

  private void check(Stored request) {
    if (request.isPending()) {
      note(Promise.LOST, request.id() + " is still " + request.status());
    }
    if (overdue(request).compareTo(allowance) > 0) {
      note(
          Promise.OVERDUE,
          "%s by %s: %s %s"
              .formatted(request.id(), overdue(request), request.status(), request.errorCode()));
    }
    if (of(replies, request.id()).size() > 1 || hasAnotherOutcome(request)) {
      note(Promise.ANSWERED_TWICE, request.id());
    }
    if (request.erased() || history.deleted().contains(request.conversation())) {
      erased(request);
      return;
    }
    purchases(request);
    switch (request.status()) {
      case COMPLETED -> completed(request);
      case FALLBACK -> fallback(request);
      case CANCELLED -> cancelled(request);
      default -> {
        // A pending request was noted as lost.
      }
    }
  }

  // A replay gives a request another generation: what failed before stays on record.
  private boolean hasAnotherOutcome(Stored request) {
    var stored = of(outcomes, request.id());
    return stored.stream().filter(Outcome::answered).count() > 1
        || stored.stream().map(Outcome::generation).distinct().count() < stored.size();
  }

  private void purchases(Stored request) {
    var stored = of(outcomes, request.id()).stream().filter(Outcome::answered).findFirst();
    if (stored.isEmpty()) {
      return;
    }
    of(calls, request.questionHash()).stream()
        .filter(call -> call.receivedAt().isAfter(stored.get().storedAt()))
        .forEach(call -> note(Promise.BOUGHT_TWICE, request.id() + " at " + call.receivedAt()));
  }

  private int boughtAgain(Stored request) {
    var bought = of(calls, request.questionHash()).stream().filter(ModelCall::isBought).count();
    return (int) Math.max(0, bought - 1);
  }

  private void completed(Stored request) {
    var answers = of(outcomes, request.id()).stream().filter(Outcome::answered).toList();
    var texts = of(replies, request.id());
    if (answers.isEmpty() || answers.getFirst().reply().isBlank()) {
      note(Promise.UNTRUE, request.id() + " is completed without a stored answer");
    } else if (texts.isEmpty() || texts.getFirst().marked()) {
      note(Promise.UNTRUE, request.id() + " is completed and has no answer to read");
    } else if (!texts.getFirst().text().equals(answers.getFirst().reply())) {
      note(Promise.UNTRUE, request.id() + " shows another text than was stored");
    }
  }

  private void fallback(Stored request) {
    var texts = of(replies, request.id());
    if (texts.isEmpty() || !texts.getFirst().marked() || request.errorCode().isEmpty()) {
      note(Promise.UNTRUE, request.id() + " is a fallback that is not marked as one");
    }
    if (of(outcomes, request.id()).stream().anyMatch(Outcome::answered)) {
      note(Promise.UNTRUE, request.id() + " is a fallback although an answer is stored");
    }
    if (!reasons.explain(request, letters.getOrDefault(request.id(), List.of()))) {
      note(
          Promise.UNEXPLAINED,
          "%s %s: %s".formatted(request.id(), request.errorCode(), request.errorDetail()));
    }
  }

  private void erased(Stored request) {
    var texts =
        Stream.concat(
            Stream.of(request.questionHash()),
            Stream.concat(
                of(outcomes, request.id()).stream().map(Outcome::reply),
                of(replies, request.id()).stream().map(Reply::text)));
    if (!request.erased() || !texts.allMatch(String::isEmpty)) {
      note(Promise.KEPT, request.id());
    }
  }

  private void cancelled(Stored request) {
    if (!of(replies, request.id()).isEmpty() || !of(outcomes, request.id()).isEmpty()) {
      note(Promise.UNTRUE, request.id() + " is cancelled and has a reply");
    }
  }

  // What failed for good may lie in a queue, if the request ended by another way.
  private void check(Left left) {
    if (!requests.containsKey(left.request())) {
      note(Promise.LOST, "a message in " + left.queue() + " is of no request of the table");
    }
  }

  private void check(Told told) {
    var request = requests.get(told.request());
    if (request == null) {
      return;
    }
    var superseded = told.status().equals(FALLBACK) && request.status().equals(COMPLETED);
    var shown = of(replies, told.request()).stream().map(Reply::text).toList();
    var sameText = request.erased() || shown.isEmpty() || shown.contains(told.message());
    if (!superseded && (!told.status().equals(request.status()) || !sameText)) {
      note(
          Promise.CHANGED,
          "%s from %s to %s".formatted(request.id(), told.status(), request.status()));
    }
  }

  // What fell back and was then answered ended earlier than its latest state began.
  private Duration overdue(Stored request) {
    if (request.endedAt().isEmpty()
        || (letters.containsKey(request.id()) && request.status().equals(COMPLETED))
        || !request.endedAt().get().isAfter(request.deadlineAt())) {
      return Duration.ZERO;
    }
    return Duration.between(request.deadlineAt(), request.endedAt().get());
  }

  private void note(Promise promise, String evidence) {
    broken.computeIfAbsent(promise, p -> new ArrayList<>()).add(evidence);
  }

  private static <T> List<T> of(Map<String, List<T>> map, String key) {
    return map.getOrDefault(key, List.of());
  }

  private static <T> Map<String, Integer> counted(List<T> all, Function<T, String> by) {
    var counts = new TreeMap<String, Integer>();
    all.forEach(one -> counts.merge(by.apply(one), 1, Integer::sum));
    return counts;
  }
}
