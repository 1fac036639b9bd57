package navigator.ops.replay;

import java.time.Instant;
import navigator.contracts.IsoMicros;

/** What is met on a walk over the parked dead letters, the oldest failure first. */
public sealed interface ParkedStep permits ParkedLetter, ParkedStep.ReadUpTo {

  /** A place among the dead letters: what is selected up to there was met, with this. */
  String position();

  /** The time of that place. */
  default Instant at() {
    return IsoMicros.parse(position().substring(0, position().indexOf('#')));
  }

  /** That much was read, whether anything of it was selected or not. */
  record ReadUpTo(String position) implements ParkedStep {}
}
