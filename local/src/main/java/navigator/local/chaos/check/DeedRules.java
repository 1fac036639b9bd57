package navigator.local.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import navigator.local.chaos.check.Operations.Audit;
import navigator.local.chaos.check.Operations.Deed;
import navigator.local.chaos.check.Operations.Letter;
import navigator.local.chaos.check.Operations.Replay;

/** What operators were told, against what there is. */
final class DeedRules {

  private static final String DISCARD = "discard";
  private static final String DISCARDED = "discarded";
  private static final String RESTORE = "restore";

  private final Operations operations;
  private final Map<String, Replay> replays;
  private final Map<String, Letter> letters;
  private final Notes notes;

  DeedRules(Operations operations, Notes notes) {
    this.operations = operations;
    this.replays =
        operations.replays().stream().collect(Collectors.toMap(Replay::name, Function.identity()));
    this.letters =
        operations.letters().stream()
            .collect(Collectors.toMap(Letter::request, Function.identity()));
    this.notes = notes;
  }

  void check() {
    operations.deeds().stream().filter(Deed::told).forEach(this::check);
    operations.letters().stream()
        .filter(letter -> letter.state().equals(DISCARDED))
        .filter(letter -> !isRecorded(letter))
        .forEach(
            letter ->
                notes.note(Promise.UNRECORDED, letter.request() + " was discarded by nobody"));
  }

  private void check(Deed deed) {
    switch (deed.action()) {
      case "replay" -> replay(deed);
      case "cancel_replay" -> cancel(deed);
      case DISCARD -> changed(deed, RESTORE, Set.of(DISCARDED, "resolved"));
      case RESTORE -> changed(deed, DISCARD, Set.of("parked", "replaying", "resolved"));
      default -> throw new IllegalArgumentException("No operator can " + deed.action());
    }
  }

  private void replay(Deed deed) {
    Replay replay = replays.get(deed.replay());
    if (replay == null) {
      notes.note(Promise.REPLAY_LOST, deed.replay() + " was accepted and is not there");
    } else if (!replay.reason().equals(deed.reason()) || !replay.actor().equals(deed.actor())) {
      notes.note(Promise.UNRECORDED, deed.replay() + " says not who started it, or not why");
    }
  }

  // Of two who cancel at once, one does.
  private void cancel(Deed deed) {
    Replay replay = replays.get(deed.replay());
    if (replay == null || !replay.cancelled()) {
      notes.note(Promise.UNDONE, deed.replay() + " was cancelled, and is not");
    }
    List<Deed> same =
        operations.deeds().stream()
            .filter(other -> other.action().equals(deed.action()))
            .filter(other -> other.replay().equals(deed.replay()))
            .toList();
    if (same.stream().noneMatch(other -> !records(other).isEmpty())) {
      notes.note(Promise.UNRECORDED, deed.replay() + " was cancelled by nobody who said why");
    }
  }

  private void changed(Deed deed, String opposite, Set<String> states) {
    Set<String> undone = undone(deed, opposite);
    for (String id : deed.letters()) {
      Letter letter = letters.get(id);
      if (letter == null || !(states.contains(letter.state()) || undone.contains(id))) {
        String state = letter == null ? "gone" : letter.state();
        notes.note(Promise.UNDONE, "%s, by %s: %s".formatted(id, deed.action(), state));
      }
    }
    List<Audit> records = records(deed);
    if (records.stream().noneMatch(record -> record.phase().equals("requested"))
        || records.stream().noneMatch(record -> record.phase().equals("done"))) {
      notes.note(
          Promise.UNRECORDED,
          "%s of %d letters: %d records"
              .formatted(deed.action(), deed.letters().size(), records.size()));
    }
  }

  // Whoever asked for the opposite later may have had it, and so may one who was told of an error.
  private Set<String> undone(Deed deed, String opposite) {
    List<Deed> deeds = operations.deeds();
    int itself = deeds.indexOf(deed);
    return IntStream.range(0, deeds.size())
        .filter(i -> i > itself || !deeds.get(i).told())
        .mapToObj(deeds::get)
        .filter(other -> other.action().equals(opposite))
        .flatMap(other -> other.letters().stream())
        .collect(Collectors.toSet());
  }

  private List<Audit> records(Deed deed) {
    return operations.audit().stream()
        .filter(record -> record.action().equals(deed.action()))
        .filter(record -> record.actor().equals(deed.actor()))
        .filter(record -> record.reason().equals(deed.reason()))
        .filter(record -> deed.replay().isEmpty() || record.operation().equals(deed.replay()))
        .filter(record -> record.letters().containsAll(deed.letters()))
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
