package navigator.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import navigator.contracts.log.StateChange;
import navigator.contracts.table.Keys;
import navigator.local.path.RequestPath;

/** Whether the demonstration ended as it should, by what GET, the table and the log lines say. */
final class Checks {

  private final List<Asked> asked;
  private final StoredItems items;
  private final Function<RequestId, RequestPath> paths;

  Checks(List<Asked> asked, StoredItems items, Function<RequestId, RequestPath> paths) {
    this.asked = asked;
    this.items = items;
    this.paths = paths;
  }

  List<Check> all() {
    return List.of(endings(), oneReplyATurn(), memory(), roles(), deadLetters(), persistedOnce());
  }

  private Check endings() {
    List<String> wrong =
        asked.stream().flatMap(a -> wrongEnd(a).stream()).collect(Collectors.toList());
    long fallbacks = asked.stream().filter(a -> a.question().fallback().isPresent()).count();
    return check(
        "every request ended as it should",
        wrong,
        "%d completed, %d fallback".formatted(asked.size() - fallbacks, fallbacks));
  }

  private static Optional<String> wrongEnd(Asked asked) {
    return switch (asked) {
      case Asked.Unanswered(Question question, String reason) ->
          Optional.of(question.label() + ": " + reason);
      case Asked.Ended(Question question, RequestObject request) -> {
        Status expected = question.fallback().isPresent() ? Status.FALLBACK : Status.COMPLETED;
        Optional<ErrorCode> reason =
            Optional.ofNullable(request.fallback()).map(RequestObject.Fallback::reason);
        yield request.status() == expected && reason.equals(question.fallback())
            ? Optional.empty()
            : Optional.of(question.label() + ": " + request.status().wireName() + reason);
      }
    };
  }

  private Check oneReplyATurn() {
    List<String> wrong = new ArrayList<>();
    for (var turns : ended().collect(Collectors.groupingBy(Checks::conversation)).entrySet()) {
      List<String> messages =
          items.messages(turns.getValue().getFirst().request().conversationId());
      long replies = messages.stream().filter(key -> key.endsWith("#ASSISTANT")).count();
      if (replies != turns.getValue().size() || messages.size() != 2 * replies) {
        wrong.add(turns.getKey() + " holds " + messages);
      }
    }
    return check("the table holds one reply a turn", wrong, "%d turns".formatted(ended().count()));
  }

  private Check memory() {
    List<String> wrong =
        ended()
            .filter(a -> a.question().follows().filter(first -> !knows(a, first)).isPresent())
            .map(a -> a.question().label())
            .toList();
    return check("the second answer uses the first turn", wrong, "it quotes its question");
  }

  private boolean knows(Asked.Ended later, String firstLabel) {
    String first =
        asked.stream()
            .map(Asked::question)
            .filter(question -> question.label().equals(firstLabel))
            .map(Question::text)
            .findFirst()
            .orElseThrow();
    return reply(later).contains(first);
  }

  // The emulator's replies begin with the instructions that reached the model.
  private Check roles() {
    List<String> instructions =
        ended()
            .filter(a -> a.request().status() == Status.COMPLETED)
            .collect(
                Collectors.toMap(
                    a -> a.question().role(),
                    a -> reply(a).lines().findFirst().orElse(""),
                    (first, second) -> first.equals(second) ? first : first + second))
            .values()
            .stream()
            .distinct()
            .toList();
    List<String> wrong = instructions.size() == 3 ? List.of() : instructions;
    return check("each role was answered by its own prompt", wrong, "3 roles");
  }

  private Check deadLetters() {
    List<String> wrong =
        ended()
            .filter(a -> a.question().fallback().isPresent() != hasDeadLetter(a))
            .map(a -> a.question().label())
            .toList();
    return check("what failed for good is kept for replay", wrong, "1 dead letter in the table");
  }

  private boolean hasDeadLetter(Asked.Ended asked) {
    RequestId id = asked.request().requestId();
    return items.ofRequest(id).contains(Keys.deadLetter(id).sort());
  }

  private Check persistedOnce() {
    List<String> wrong =
        ended()
            .filter(a -> path(a).count(StateChange.PERSISTED) != 1)
            .map(a -> a.question().label())
            .toList();
    return check("every path was logged from end to end", wrong, "each persisted once");
  }

  private RequestPath path(Asked.Ended asked) {
    return paths.apply(asked.request().requestId());
  }

  private Stream<Asked.Ended> ended() {
    return asked.stream().filter(Asked.Ended.class::isInstance).map(Asked.Ended.class::cast);
  }

  private static String conversation(Asked.Ended asked) {
    return asked.request().conversationId().value();
  }

  private static String reply(Asked.Ended asked) {
    String reply = asked.request().message();
    return reply == null ? "" : reply;
  }

  private static Check check(String promise, List<String> wrong, String evidence) {
    return new Check(
        promise, wrong.isEmpty(), wrong.isEmpty() ? evidence : String.join("; ", wrong));
  }
}
