package navigator.local.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import navigator.local.chaos.check.History.Kill;
import navigator.local.chaos.check.History.ModelCall;
import navigator.local.chaos.check.History.Outcome;
import navigator.local.chaos.check.History.Reply;
import navigator.local.chaos.check.History.Stored;
import navigator.local.chaos.check.Operations.Audit;
import navigator.local.chaos.check.Operations.Command;
import navigator.local.chaos.check.Operations.Entry;
import navigator.local.chaos.check.Operations.Failure;
import navigator.local.chaos.check.Operations.Letter;
import navigator.local.chaos.check.Operations.Replay;
import org.junit.jupiter.api.BeforeEach;

/**
 * Two requests fell back; a replay asked both again, and one was answered. Tests add what is wrong.
 */
abstract class OperatedHistory {

  static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  static final Instant FAILED = START.plusSeconds(10);
  static final Instant AGAIN = START.plusSeconds(100);
  static final Instant DEADLINE = START.plusSeconds(150);
  static final String ACTOR = "vera";
  static final String REASON = "the model is back";

  final List<Stored> requests = new ArrayList<>();
  final List<Outcome> outcomes = new ArrayList<>();
  final List<Reply> replies = new ArrayList<>();
  final List<ModelCall> calls = new ArrayList<>();
  final List<Kill> kills = new ArrayList<>();
  final List<Letter> letters = new ArrayList<>();
  final List<Replay> replays = new ArrayList<>();
  final List<Entry> entries = new ArrayList<>();
  final List<Audit> audit = new ArrayList<>();
  final List<Command> commands = new ArrayList<>();

  @BeforeEach
  void replayOfTwo() {
    requests.add(request("good", "completed", ""));
    outcomes.add(new Outcome("good", 0, false, "", FAILED));
    outcomes.add(new Outcome("good", 1, true, "An answer", AGAIN));
    replies.add(new Reply("good", "An answer", false));
    letters.add(new Letter("good", "resolved", 0, List.of(refused(0, FAILED))));
    entries.add(new Entry("again", "good", 0, "answered", ""));

    requests.add(request("bad", "fallback", "access_denied"));
    outcomes.add(new Outcome("bad", 0, false, "", FAILED));
    outcomes.add(new Outcome("bad", 1, false, "", AGAIN));
    replies.add(new Reply("bad", "Sorry", true));
    letters.add(new Letter("bad", "parked", 1, List.of(refused(0, FAILED), refused(1, AGAIN))));
    entries.add(new Entry("again", "bad", 0, "failed", ""));

    for (String id : List.of("good", "bad")) {
      calls.add(new ModelCall(id, FAILED.minusSeconds(1), "AccessDeniedException", 0));
    }
    calls.add(new ModelCall("bad", AGAIN.minusSeconds(1), "AccessDeniedException", 0));
    replays.add(replay("completed", "", false, counts(2, 1, 1, 0)));
    audit.add(record("replay", "requested", Map.of()));
    audit.add(record("replay", "done", counts(2, 1, 1, 0)));
    commands.add(new Command("replay", "again", List.of(), ACTOR, REASON, true));
  }

  static Stored request(String id, String status, String code) {
    return new Stored(id, "c", status, id, START, DEADLINE, Optional.of(AGAIN), code, "", false, 1);
  }

  static Failure refused(int generation, Instant at) {
    return new Failure(generation, "access_denied", at);
  }

  static Replay replay(String state, String stop, boolean cancelled, Map<String, Integer> counts) {
    var terms = Map.of("rate", 60, "maximum", 10, "canary", 0);
    return new Replay("again", state, stop, ACTOR, REASON, cancelled, terms, counts);
  }

  static Map<String, Integer> counts(int matched, int answered, int failed, int skipped) {
    var counts = new HashMap<>(Map.of("matched", matched, "answered", answered));
    counts.putAll(Map.of("failed", failed, "skipped", skipped, "outstanding", 0));
    counts.put("sent", answered + failed);
    return counts;
  }

  static Audit record(String action, String phase, Map<String, Integer> counts) {
    return new Audit(action, phase, "again", ACTOR, REASON, Set.of(), counts);
  }

  Map<Promise, List<String>> broken() {
    var operations = new Operations(letters, replays, entries, audit, commands);
    return new Checker(
            new History(
                List.of(),
                requests,
                outcomes,
                replies,
                List.of(),
                calls,
                List.of(),
                kills,
                List.of(),
                List.of(),
                List.of(),
                operations),
            Duration.ofSeconds(10))
        .verdict()
        .broken();
  }

  void breaks(Promise... promises) {
    assertThat(broken()).containsOnlyKeys(promises);
  }

  void changed(String action, String id) {
    commands.add(new Command(action, "", List.of(id), ACTOR, "why " + action, true));
    audit.add(onLetters(action, "requested", id));
    audit.add(onLetters(action, "done", id));
  }

  static Audit onLetters(String action, String phase, String id) {
    return new Audit(action, phase, "op-" + action, ACTOR, "why " + action, Set.of(id), Map.of());
  }
}
