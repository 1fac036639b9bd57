package navigator.ops.replay;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import navigator.contracts.table.ReplayState;

/** The first phase of a replay: what it is about is written down. */
final class MatchLetters {

  private final ParkedLetters letters;
  private final ReplayWrites writes;
  private final InstantSource clock;

  MatchLetters(ParkedLetters letters, ReplayWrites writes, InstantSource clock) {
    this.letters = letters;
    this.writes = writes;
    this.clock = clock;
  }

  /** Goes on for as long as there is time, and the replay is the driver's and not cancelled. */
  void run(Held begun, Hold hold, BooleanSupplier timeLeft) {
    Replay replay = begun.replay();
    long room = replay.terms().maximum() - replay.counts().matched();
    try (Stream<ParkedLetter> parked =
        letters.oldestFirst(replay.order().selection(), replay.checkpoint().matchedUpTo())) {
      Iterator<ParkedLetter> left = parked.limit(room).iterator();
      Optional<Held> held = Optional.of(begun);
      while (held.filter(MatchLetters::isMatching).isPresent() && timeLeft.getAsBoolean()) {
        held = step(held.get(), left) ? hold.look() : Optional.empty();
      }
    }
  }

  private static boolean isMatching(Held held) {
    return held.replay().state() == ReplayState.MATCHING && held.replay().cancelledAt() == null;
  }

  private boolean step(Held held, Iterator<ParkedLetter> left) {
    List<ParkedLetter> some = new ArrayList<>();
    while (some.size() < ReplayWrites.MOST_ENTRIES && left.hasNext()) {
      some.add(left.next());
    }
    return some.isEmpty()
        ? writes.move(held, afterMatching(held.replay()), clock.instant())
        : writes.match(
            held,
            some.stream().map(Entry::of).toList(),
            some.getLast().position(),
            clock.instant());
  }

  private static Judgement afterMatching(Replay replay) {
    return new Judgement(
        replay.terms().canary() > 0 ? ReplayState.CANARY : ReplayState.SENDING, null);
  }
}
