package navigator.ops.replay;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import navigator.contracts.table.ReplayState;
import org.jspecify.annotations.Nullable;

/** The first phase of a replay: what it is about is written down. */
final class MatchLetters {

  /** After so many reads that found few, it is noted how far they came. */
  private static final int MOST_READS = 10;

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
    try (Stream<ParkedStep> parked =
        letters.oldestFirst(replay.order().selection(), replay.checkpoint().matchedUpTo())) {
      Iterator<ParkedStep> left = parked.iterator();
      Optional<Held> held = Optional.of(begun);
      while (held.filter(MatchLetters::isMatching).isPresent() && timeLeft.getAsBoolean()) {
        held = step(held.get(), left) ? hold.look() : Optional.empty();
      }
    }
  }

  private static boolean isMatching(Held held) {
    return held.replay().state() == ReplayState.MATCHING && held.replay().cancelledAt() == null;
  }

  private boolean step(Held held, Iterator<ParkedStep> left) {
    Replay replay = held.replay();
    Part part = Part.next(left, replay.terms().maximum() - replay.counts().matched());
    return part.upTo() == null
        ? writes.move(held, afterMatching(replay), clock.instant())
        : writes.match(held, part.entries(), part.upTo(), clock.instant());
  }

  private static Judgement afterMatching(Replay replay) {
    return new Judgement(
        replay.terms().canary() > 0 ? ReplayState.CANARY : ReplayState.SENDING, null);
  }

  /**
   * What one write has room for, and takes no long time to read.
   *
   * @param upTo how far was read; null if nothing is left
   */
  private record Part(List<Entry> entries, @Nullable String upTo) {

    static Part next(Iterator<ParkedStep> left, long room) {
      List<Entry> entries = new ArrayList<>();
      String upTo = null;
      int reads = 0;
      while (entries.size() < Math.min(room, ReplayWrites.MOST_ENTRIES)
          && reads < MOST_READS
          && left.hasNext()) {
        ParkedStep step = left.next();
        upTo = step.position();
        switch (step) {
          case ParkedLetter letter -> entries.add(Entry.of(letter));
          case ParkedStep.ReadUpTo _ -> reads++;
        }
      }
      return new Part(entries, upTo);
    }
  }
}
