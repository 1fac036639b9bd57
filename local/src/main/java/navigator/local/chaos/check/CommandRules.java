package navigator.local.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import navigator.local.chaos.check.Operations.Audit;
import navigator.local.chaos.check.Operations.Command;
import navigator.local.chaos.check.Operations.Letter;
import navigator.local.chaos.check.Operations.Replay;

/** What operators were told, against what there is. */
final class CommandRules {

  private static final String DISCARD = "discard";
  private static final String DISCARDED = "discarded";
  private static final String RESTORE = "restore";

  private final Operations operations;
  private final Map<String, Replay> replays;
  private final Map<String, Letter> letters;
  private final Notes notes;

  CommandRules(Operations operations, Notes notes) {
    this.operations = operations;
    this.replays =
        operations.replays().stream().collect(Collectors.toMap(Replay::name, Function.identity()));
    this.letters =
        operations.letters().stream()
            .collect(Collectors.toMap(Letter::request, Function.identity()));
    this.notes = notes;
  }

  void check() {
    operations.commands().stream().filter(Command::told).forEach(this::check);
    operations.letters().stream()
        .filter(letter -> letter.state().equals(DISCARDED))
        .filter(letter -> !isRecorded(letter))
        .forEach(
            letter ->
                notes.note(Promise.UNRECORDED, letter.request() + " was discarded by nobody"));
  }

  private void check(Command command) {
    switch (command.action()) {
      case "replay" -> replay(command);
      case "cancel_replay" -> cancel(command);
      case DISCARD -> changed(command, RESTORE, Set.of(DISCARDED, "resolved"));
      case RESTORE -> changed(command, DISCARD, Set.of("parked", "replaying", "resolved"));
      default -> throw new IllegalArgumentException("No operator can " + command.action());
    }
  }

  private void replay(Command command) {
    Replay replay = replays.get(command.replay());
    if (replay == null) {
      notes.note(Promise.REPLAY_LOST, command.replay() + " was accepted and is not there");
    } else if (!replay.reason().equals(command.reason())
        || !replay.actor().equals(command.actor())) {
      notes.note(Promise.UNRECORDED, command.replay() + " says not who started it, or not why");
    }
  }

  // Of two who cancel at once, one does.
  private void cancel(Command command) {
    Replay replay = replays.get(command.replay());
    if (replay == null || !replay.cancelled()) {
      notes.note(Promise.UNDONE, command.replay() + " was cancelled, and is not");
    }
    List<Command> same =
        operations.commands().stream()
            .filter(other -> other.action().equals(command.action()))
            .filter(other -> other.replay().equals(command.replay()))
            .toList();
    if (same.stream().noneMatch(other -> !records(other).isEmpty())) {
      notes.note(Promise.UNRECORDED, command.replay() + " was cancelled by nobody who said why");
    }
  }

  private void changed(Command command, String opposite, Set<String> states) {
    Set<String> undone = undone(command, opposite);
    for (String id : command.letters()) {
      Letter letter = letters.get(id);
      if (letter == null || !(states.contains(letter.state()) || undone.contains(id))) {
        String state = letter == null ? "gone" : letter.state();
        notes.note(Promise.UNDONE, "%s, by %s: %s".formatted(id, command.action(), state));
      }
    }
    List<Audit> records = records(command);
    if (records.stream().noneMatch(record -> record.phase().equals("requested"))
        || records.stream().noneMatch(record -> record.phase().equals("done"))) {
      notes.note(
          Promise.UNRECORDED,
          "%s of %d letters: %d records"
              .formatted(command.action(), command.letters().size(), records.size()));
    }
  }

  // Whoever asked for the opposite later may have had it, and so may one who was told of an error.
  private Set<String> undone(Command command, String opposite) {
    List<Command> commands = operations.commands();
    int itself = commands.indexOf(command);
    return IntStream.range(0, commands.size())
        .filter(i -> i > itself || !commands.get(i).told())
        .mapToObj(commands::get)
        .filter(other -> other.action().equals(opposite))
        .flatMap(other -> other.letters().stream())
        .collect(Collectors.toSet());
  }

  private List<Audit> records(Command command) {
    return operations.audit().stream()
        .filter(record -> record.action().equals(command.action()))
        .filter(record -> record.actor().equals(command.actor()))
        .filter(record -> record.reason().equals(command.reason()))
        .filter(record -> command.replay().isEmpty() || record.operation().equals(command.replay()))
        .filter(record -> record.letters().containsAll(command.letters()))
        .toList();
  }

  private boolean isRecorded(Letter letter) {
    return operations.audit().stream()
        .anyMatch(
            record ->
                record.is(DISCARD, "requested")
                    && (record.letters().isEmpty() || record.letters().contains(letter.request())));
  }
}
