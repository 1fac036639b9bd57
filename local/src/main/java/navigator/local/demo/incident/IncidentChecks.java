package navigator.local.demo.incident;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import navigator.contracts.Status;
import navigator.contracts.table.DeadLetterState;
import navigator.local.alarm.AlarmReading;
import navigator.local.alarm.AlarmState;
import navigator.local.chaos.check.Promise;
import navigator.local.chaos.check.Verdict;
import navigator.local.demo.Check;

/**
 * What has to hold once the incident is over.
 *
 * @param cases as their people see them in the end
 * @param verdict of the checker that reads the table by itself
 * @param letters the states of the dead letters in the table, by their requests
 * @param alarms as they stood when everybody had the fallback reply
 * @param failedCommands of the operator
 */
record IncidentChecks(
    List<Case> cases,
    Verdict verdict,
    Map<String, String> letters,
    List<AlarmReading> alarms,
    List<String> failedCommands) {

  /** What the checks before that of the truth are about. */
  private static final Set<Promise> NAMED =
      EnumSet.of(Promise.LOST, Promise.OVERDUE, Promise.ANSWERED_TWICE, Promise.BOUGHT_TWICE);

  List<Check> all() {
    return List.of(
        alarmed(),
        commands(),
        promised("nothing was lost", verdict.statuses().toString(), Promise.LOST, Promise.OVERDUE),
        promised("nothing was answered twice", "one reply a turn", Promise.ANSWERED_TWICE),
        bought(),
        promised("every other promise was kept", "none broken", others()),
        replaced(),
        discarded(),
        parked(),
        queues());
  }

  private Check alarmed() {
    List<String> raised =
        alarms.stream()
            .filter(reading -> reading.state() == AlarmState.ALARM)
            .map(reading -> reading.alarm().name())
            .toList();
    return new Check(
        "an alarm was raised",
        !raised.isEmpty(),
        raised.isEmpty() ? "none was" : String.join(", ", raised));
  }

  private Check commands() {
    return check("every command of the operator did its work", failedCommands, "exit codes 0");
  }

  private Check promised(String promise, String evidence, Promise... promises) {
    List<String> broken =
        Arrays.stream(promises)
            .flatMap(one -> verdict.broken().getOrDefault(one, List.of()).stream())
            .toList();
    return check(promise, broken, evidence);
  }

  private Check bought() {
    List<String> again =
        Stream.concat(
                verdict.broken().getOrDefault(Promise.BOUGHT_TWICE, List.of()).stream(),
                verdict.boughtAgain() == 0
                    ? Stream.empty()
                    : Stream.of(verdict.boughtAgain() + " answers were paid for again"))
            .toList();
    return check("nothing was bought twice", again, "by the calls that the model saw");
  }

  private static Promise[] others() {
    return EnumSet.complementOf(EnumSet.copyOf(NAMED)).toArray(Promise[]::new);
  }

  private Check replaced() {
    List<String> wrong =
        cases.stream()
            .filter(one -> !isDiscarded(one) && !one.isAnswered())
            .map(one -> one.id() + " is " + one.now().status().wireName())
            .toList();
    long replaced = cases.stream().filter(Case::fellBack).filter(Case::isAnswered).count();
    return check(
        "an answer replaced every fallback reply", wrong, "%d of them".formatted(replaced));
  }

  private Check discarded() {
    List<Case> discarded = cases.stream().filter(this::isDiscarded).toList();
    boolean kept =
        discarded.size() == 1
            && discarded.getFirst().inquiry().equals(Cast.test())
            && discarded.getFirst().now().status() == Status.FALLBACK;
    return new Check(
        "what was discarded is as it was",
        kept,
        "%d discarded, %s"
            .formatted(
                discarded.size(),
                discarded.stream().map(d -> d.now().status().wireName()).collect(joining(", "))));
  }

  private boolean isDiscarded(Case one) {
    return DeadLetterState.DISCARDED.wireName().equals(letters.get(one.id().value()));
  }

  private Check parked() {
    Map<String, Long> states =
        letters.values().stream()
            .collect(groupingBy(Function.identity(), TreeMap::new, counting()));
    boolean none =
        !letters.isEmpty()
            && Set.of(DeadLetterState.RESOLVED.wireName(), DeadLetterState.DISCARDED.wireName())
                .containsAll(states.keySet());
    return new Check("no dead letter is left parked", none, states.toString());
  }

  private Check queues() {
    return new Check("every queue is empty", verdict.left().isEmpty(), verdict.left().toString());
  }

  private static Check check(String promise, List<String> wrong, String evidence) {
    return new Check(
        promise, wrong.isEmpty(), wrong.isEmpty() ? evidence : String.join("; ", wrong));
  }
}
